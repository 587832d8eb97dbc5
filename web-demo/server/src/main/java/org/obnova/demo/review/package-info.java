// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What stands between confirmed data and the consent to the issue: which documents an application needs, where its holder comes, what the operator
 * decides, and that identity was checked (S10, S11, S13, S14). Which documents are needed follows from what the registers said, how the statement is
 * given, who the holder is and the regime; that table is {@link org.obnova.demo.review.Requirements}. The steps themselves are taken by
 * {@link org.obnova.demo.enrolment.Proceedings}.
 *
 * <p>Imports: audit, documents, enrolment, holders, identity, notifications, problem, regime, registers, store; Jackson, JDBI. Sources: 63-FZ, article 18,
 * parts 1 and 2 (identity is checked in person, documents, registers), article 17.2 (machine-readable power of attorney).
 */
@NullMarked
package org.obnova.demo.review;

import org.jspecify.annotations.NullMarked;
