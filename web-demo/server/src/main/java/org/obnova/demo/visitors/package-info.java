// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What all server processes on one database know of those who visit: the sessions of browsers, and how often an address has tried to log in. So a person is served by
 * any process in turn, and a restart logs nobody out.
 *
 * <p>Imports: store. Sources: OWASP Session Management Cheat Sheet (ids of at least 64 random bits, a new one at each login, expiry on the server); NIST SP 800-63B,
 * section 7.1 (session secrets), and 5.2.2 (limits of tries).
 */
@NullMarked
package org.obnova.demo.visitors;

import org.jspecify.annotations.NullMarked;
