// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The site of the CA's people, with logins and roles of its own (S14, S15): the queue of applications with filters and search, one application with its data, register
 * answers and documents, what is decided and done about it, people and their certificates, the regime, and the audit log. Who may do what says
 * {@link org.obnova.demo.staff.Duty}; every action here goes through {@link org.obnova.demo.operator.Gate}.
 *
 * <p>Imports: audit, ca, cmp, documents, enrolment, holders, identity, problem, regime, registers, review, revocation, staff, web.
 */
@NullMarked
package org.obnova.demo.operator;

import org.jspecify.annotations.NullMarked;
