// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

/**
 * An entry as it is stored and exported, whoever wrote it: what a check looks at, before anything in it is believed.
 *
 * @param number its place
 * @param at ISO 8601 in UTC with three decimals
 * @param actor {@code role:id}
 * @param action name of an {@link AuditAction}
 * @param object {@code kind:id}
 * @param digest 64 hex digits, or empty
 * @param previous the hash of the entry before
 * @param hash the hash of {@link #canonical}
 */
record AuditLine(
        long number,
        String at,
        String actor,
        String action,
        String object,
        String digest,
        String previous,
        String hash) {

    static AuditLine of(AuditEntry entry) {
        return new AuditLine(
                entry.number(),
                entry.instant(),
                entry.actorName(),
                entry.action().wireName(),
                entry.about().object(),
                entry.about().digest(),
                entry.previous(),
                entry.hash());
    }

    /** As {@link AuditEntry#canonical} describes it. */
    String canonical() {
        return String.join("\n", AuditEntry.FORM, Long.toString(number), at, actor, action, object, digest, previous)
                + "\n";
    }

    /** Whether the hash is that of the content. */
    boolean whole() {
        return hash.equals(Sha256.hex(canonical()));
    }
}
