// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How messages leave the machine, where the operator wants that: e-mail by SMTP (RFC 5321), SMS and calls by a provider's HTTP interface. Without
 * settings everything lands in the demo inbox. What is to leave is written down in the transaction that it belongs to, and brought out by one courier
 * afterwards: at least once, under an id that lets the other side drop a repetition.
 *
 * <p>Imports: notifications, store; Angus Mail, Jackson, JDBI. Sources: RFC 5322 (messages), RFC 3834 (automatic ones), RFC 8314 (TLS).
 */
@NullMarked
package org.obnova.demo.gateways;

import org.jspecify.annotations.NullMarked;
