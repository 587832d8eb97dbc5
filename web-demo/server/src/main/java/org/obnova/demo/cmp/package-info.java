// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Renewal by machines, without a person at a page: a program that still has a valid certificate gets the next one (key update, {@code kur}) over CMP.
 *
 * <p>Whoever signs with a certificate may renew it, so the rules say of which profiles: qualified ones ask for a person's identification, and are not
 * among them. A certificate that its program does not confirm in time, or refuses, is revoked. All that is under way stands in the database.
 *
 * <p>Imports: audit, ca, lint, problem, store; Bouncy Castle, JDBI, Jackson. Sources: RFC 9483 (lightweight profile), RFC 9810 (CMP), RFC 4211
 * (CRMF), RFC 9811 (over HTTP); 63-FZ, article 18 (identification).
 */
@NullMarked
package org.obnova.demo.cmp;

import org.jspecify.annotations.NullMarked;
