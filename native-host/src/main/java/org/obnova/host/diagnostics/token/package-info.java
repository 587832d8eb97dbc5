// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Checks of drivers of tokens and the service of smart cards. */
@NullMarked
package org.obnova.host.diagnostics.token;

import org.jspecify.annotations.NullMarked;
