// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * State agencies as the demo plays them: HTTP servers of their own on the loopback address, whose answers are switched by whoever shows or tests
 * the cabinet. They know the people of the demo and nobody else; the CA reaches them over HTTP alone.
 *
 * <p>Imports: identity, problem, registers (names of the agencies); jdk.httpserver, Jackson. Source: the forms of
 * the questions are the demo's own, the real ones go through СМЭВ.
 */
@NullMarked
package org.obnova.demo.agencies;

import org.jspecify.annotations.NullMarked;
