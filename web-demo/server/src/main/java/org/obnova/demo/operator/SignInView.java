// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.web.ProblemDocument;

/**
 * The login of operators.
 *
 * @param name as typed before
 */
public record SignInView(String name, @Nullable ProblemDocument problem) {}
