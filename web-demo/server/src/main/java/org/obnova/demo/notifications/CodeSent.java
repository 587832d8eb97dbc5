// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.time.Instant;

/**
 * Says that a code is under way, to a person who may or may not be known: the answer is the same.
 *
 * @param kind call or SMS
 * @param digits how many digits the code has: 4 of a call, 6 of an SMS
 * @param repeatAfter from when another one may be asked for
 * @param expires until when the code works
 */
public record CodeSent(Message.Kind kind, int digits, Instant repeatAfter, Instant expires) {}
