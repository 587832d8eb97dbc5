// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.web.ProblemDocument;

/**
 * The form for the phone number.
 *
 * @param typed what the person typed before, shown again
 */
public record SignInView(String typed, @Nullable ProblemDocument problem) {}
