// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Duration;

/**
 * What the issuing queue has not done yet though it is due.
 *
 * @param due how many jobs
 * @param oldest how long the first of them has been due; zero where none is
 */
public record Backlog(int due, Duration oldest) {}
