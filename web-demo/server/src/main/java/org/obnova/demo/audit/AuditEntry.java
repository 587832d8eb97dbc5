// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One entry of the chain.
 *
 * @param number from 1 on, without gaps
 * @param at by the authority's clock, whole milliseconds
 * @param actor who acted
 * @param action what was done
 * @param about with what
 * @param previous the hash of the entry before; {@link #NOTHING} of the first
 * @param hash SHA-256 of {@link #canonical}, 64 lowercase hex digits
 */
public record AuditEntry(
        long number, Instant at, Actor actor, AuditAction action, About about, String previous, String hash) {
    /** What the first entry has before it: 64 zeros. */
    public static final String NOTHING = "0".repeat(64);

    /** The first line of {@link #canonical}: form and digest. Another form or digest would have another line. */
    public static final String FORM = "obnova-audit-1 sha-256";

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static AuditEntry next(long number, Instant at, Actor actor, AuditAction action, About about, String previous) {
        AuditEntry open = new AuditEntry(number, at, actor, action, about, previous, "");
        return new AuditEntry(number, at, actor, action, about, previous, Sha256.hex(open.canonical()));
    }

    /**
     * The text that is hashed, as UTF-8: {@link #FORM}, number, instant, actor, action, object, digest, previous hash; a line feed after each, the last one too. No
     * field can hold a line feed, so no two entries have the same text. The actor is {@code role:id}, the instant ISO 8601 in UTC with three
     * decimals.
     */
    public String canonical() {
        return AuditLine.of(this).canonical();
    }

    /** {@code 2026-11-22T09:00:00.000Z}. */
    public String instant() {
        return instant(at);
    }

    static String instant(Instant at) {
        return INSTANT.format(at);
    }

    /** {@code role:id}. */
    public String actorName() {
        return actor.role().wireName() + ":" + actor.id();
    }
}
