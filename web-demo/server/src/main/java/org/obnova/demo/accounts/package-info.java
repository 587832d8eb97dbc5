// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who logs in to the cabinet (S2), as opposed to whom the CA serves: an account with its phones, each proven by a code, and an optional password. One
 * account may act for several holders: its own, and those that the service centre bound to one of its phones. Whatever takes a right away (a new
 * password, a phone removed) raises the account's generation, and sessions of an earlier one end.
 *
 * <p>Imports: ca (names of holders), holders, notifications, problem, store; Bouncy Castle (Argon2id), JDBI. Sources: RFC 9106 (Argon2), section 4 (parameters); the
 * string form of hashes is that of the reference implementation.
 */
@NullMarked
package org.obnova.demo.accounts;

import org.jspecify.annotations.NullMarked;
