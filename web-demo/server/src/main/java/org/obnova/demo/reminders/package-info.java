// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reminders before a certificate ends (S14): by e-mail, near the end by SMS too, by day in Moscow, each once, however often the server is started.
 * Source of the wording: the seeds («напоминания о продлении сертификата»).
 *
 * <p>Imports: ca (names of holders), holders, notifications, store; JDBI.
 */
@NullMarked
package org.obnova.demo.reminders;

import org.jspecify.annotations.NullMarked;
