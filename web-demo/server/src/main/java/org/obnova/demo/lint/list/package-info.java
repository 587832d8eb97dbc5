// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The rules for revocation lists, one a class; {@link org.obnova.demo.lint.Linter} lists them.
 *
 * <p>Imports: lint; Bouncy Castle. Sources: RFC 5280 section 5.
 */
@NullMarked
package org.obnova.demo.lint.list;

import org.jspecify.annotations.NullMarked;
