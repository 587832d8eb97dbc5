// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The portal «Экстерн» (demo) in which a holder works: the login page with the holder's certificates, marked for the extension (S1), and
 * the login by certificate.
 *
 * <p>Imports: ca, holders, problem, web. Source of the markup: {@code extension/doc/page-api.md}.
 */
@NullMarked
package org.obnova.demo.extern;

import org.jspecify.annotations.NullMarked;
