// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Instant;

/**
 * What an operator decided.
 *
 * @param remark «Комментарий» of a rejection, empty of an approval
 * @param operator who
 */
public record Decision(boolean approved, String remark, String operator, Instant at) {}
