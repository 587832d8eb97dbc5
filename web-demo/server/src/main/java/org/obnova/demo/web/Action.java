// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/** Answers one request. A refusal that the person may see is thrown as a {@link org.obnova.demo.problem.Problem}. */
@FunctionalInterface
public interface Action {
    void answer(Visit visit);
}
