// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What becomes of a certificate after it was issued: revoked, suspended and resumed, marked for replacement out of turn (S1, S14). Lists and OCSP answers say so
 * at once, the holder is told, and the audit log has it.
 *
 * <p>Imports: audit, ca, holders, notifications, problem, store. Sources: RFC 5280, section 5.3.1 (reasons); 63-FZ, article 14, parts 6 to 9 (when a
 * certificate ends early, and that its holder is told).
 */
@NullMarked
package org.obnova.demo.revocation;

import org.jspecify.annotations.NullMarked;
