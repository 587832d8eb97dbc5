// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

/**
 * Who is logged in at the operators' site; kept in the session.
 *
 * @param name of the login
 */
record Operator(String name) {}
