// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The audit log: who did what with the authority, in entries that only grow, each bound to the one before it by its hash.
 *
 * <p>An entry is written in the transaction of the action that it tells of: both are there, or neither. {@link org.obnova.demo.audit.AuditEntry#canonical} is
 * the exact text that is hashed; its digest is SHA-256, so that everybody verifies an export with what every system has. The head of the chain is stamped with the
 * authority's time (RFC 3161) now and then: whoever cuts the end off, or computes the chain anew, cannot make the stamps again. An entry holds
 * ids, never a name, a number or an address of a person.
 *
 * <p>Imports: store; Jackson, JDBI. Sources: RFC 6962 section 1 (why a log is chained), RFC 3161 (stamps), order of the FSB 795 and of the Ministry of digital
 * development 584 (what an authority keeps).
 */
@NullMarked
package org.obnova.demo.audit;

import org.jspecify.annotations.NullMarked;
