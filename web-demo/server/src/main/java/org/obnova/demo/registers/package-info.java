// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * State registers as the CA asks them: clients over HTTP with timeouts, retries and a rest for who stays silent, so that a person never waits long for a
 * state service; where one is silent or disagrees, the person brings the document. And ESIA, to which every issued certificate is told until it
 * knows. Requests are POST with JSON: no person's data in an address or a log.
 *
 * <p>Imports: ca, identity, problem, store; java.net.http, Jackson, JDBI, SLF4J. Sources: 63-FZ, article 18, part 2.2 (registers) and part 5 (ESIA).
 */
@NullMarked
package org.obnova.demo.registers;

import org.jspecify.annotations.NullMarked;
