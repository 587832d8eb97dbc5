// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The code of one purpose and target.
 *
 * @param code null once used
 * @param tries wrong ones since the last success or pause
 * @param sends how many went out in a row without a right one
 */
record CodeRow(@Nullable String code, Message.Kind kind, Instant sent, int tries, Instant pausedUntil, int sends) {
    static final CodeRow NONE = new CodeRow(null, Message.Kind.SMS, Instant.EPOCH, 0, Instant.EPOCH, 0);

    boolean works(Instant now) {
        return code != null && now.isBefore(sent.plus(OneTimeCodes.LIFE));
    }

    CodeRow used() {
        return new CodeRow(null, kind, sent, 0, Instant.EPOCH, 0);
    }

    CodeRow tried() {
        return new CodeRow(code, kind, sent, tries + 1, Instant.EPOCH, sends);
    }

    CodeRow paused(Instant until) {
        return new CodeRow(null, kind, sent, 0, until, sends);
    }

    static Optional<CodeRow> find(Handle handle, OneTimeCodes.Purpose purpose, String target) {
        return handle.createQuery("SELECT code, kind, sent, tries, paused_until, sends FROM one_time_code"
                        + " WHERE purpose = :purpose AND target = :target")
                .bind("purpose", purpose.name())
                .bind("target", target)
                .map((row, context) -> new CodeRow(
                        row.getString("code"),
                        Message.Kind.valueOf(row.getString("kind")),
                        Instant.ofEpochMilli(row.getLong("sent")),
                        row.getInt("tries"),
                        Instant.ofEpochMilli(row.getLong("paused_until")),
                        row.getInt("sends")))
                .findOne();
    }

    void save(Handle handle, OneTimeCodes.Purpose purpose, String target) {
        handle.createUpdate("""
                        INSERT INTO one_time_code (purpose, target, code, kind, sent, tries, paused_until, sends)
                        VALUES (:purpose, :target, :code, :kind, :sent, :tries, :paused, :sends)
                        ON CONFLICT (purpose, target) DO UPDATE SET code = excluded.code, kind = excluded.kind,
                          sent = excluded.sent, tries = excluded.tries, paused_until = excluded.paused_until,
                          sends = excluded.sends
                        """)
                .bind("purpose", purpose.name())
                .bind("target", target)
                .bind("code", code)
                .bind("kind", kind.name())
                .bind("sent", sent.toEpochMilli())
                .bind("tries", tries)
                .bind("paused", pausedUntil.toEpochMilli())
                .bind("sends", sends)
                .execute();
    }
}
