// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Checks of whether browsers may and can speak to the host. */
@NullMarked
package org.obnova.host.diagnostics.browser;

import org.jspecify.annotations.NullMarked;
