// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The rules for certificates, one a class; {@link org.obnova.demo.lint.Linter} lists them.
 *
 * <p>Imports: lint; Bouncy Castle. Sources: each rule names its own.
 */
@NullMarked
package org.obnova.demo.lint.certificate;

import org.jspecify.annotations.NullMarked;
