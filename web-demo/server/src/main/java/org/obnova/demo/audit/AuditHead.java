// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

/**
 * A stamped end of the chain: at the stamp's time, the log had these entries.
 *
 * @param number the last entry then
 * @param hash its hash, 64 lowercase hex digits
 * @param stamp base64 of the DER of a TimeStampToken (RFC 3161) over the hash's 32 bytes as SHA-256 digest
 */
record AuditHead(long number, String hash, String stamp) {}
