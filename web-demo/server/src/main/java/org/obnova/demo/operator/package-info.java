// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The site of the CA's operators, with a login of its own (S14): applications that wait for a decision or for a visit, their data, what the registers
 * said, their documents; approve, reject with a comment, say that identity was checked; and the regime under which the CA works.
 *
 * <p>Imports: documents, enrolment, identity, problem, regime, registers, review, web.
 */
@NullMarked
package org.obnova.demo.operator;

import org.jspecify.annotations.NullMarked;
