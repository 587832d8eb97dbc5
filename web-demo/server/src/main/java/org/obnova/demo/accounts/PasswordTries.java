// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/**
 * Five wrong passwords, then a pause. Kept by the hash of the e-mail, so that unknown e-mails count alike and stand nowhere in the clear.
 */
final class PasswordTries {
    static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int TRIES = 5;

    private final Database database;
    private final InstantSource clock;

    PasswordTries(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts a try before it is judged, so that tries sent at once cannot outrun the count.
     *
     * @throws Problem LOGIN_PAUSED
     */
    void begin(String email) {
        Instant now = clock.instant();
        boolean paused = database.write(handle -> {
            handle.createUpdate("DELETE FROM password_try WHERE last < :old")
                    .bind("old", now.minus(REMEMBERED).toEpochMilli())
                    .execute();
            handle.createUpdate(
                            "DELETE FROM password_try WHERE email_hash = :email AND tries >= :most AND last <= :over")
                    .bind("email", hash(email))
                    .bind("most", TRIES)
                    .bind("over", now.minus(PAUSE).toEpochMilli())
                    .execute();
            // While it pauses, "last" stays: knocking does not make the pause longer.
            return handle.createUpdate("""
                            INSERT INTO password_try (email_hash, tries, last) VALUES (:email, 1, :now)
                            ON CONFLICT (email_hash) DO UPDATE SET tries = password_try.tries + 1, last = excluded.last
                            WHERE password_try.tries < :most
                            """)
                            .bind("email", hash(email))
                            .bind("now", now.toEpochMilli())
                            .bind("most", TRIES)
                            .execute()
                    == 0;
        });
        if (paused) {
            throw new Problem(ProblemCode.LOGIN_PAUSED, "too many wrong passwords");
        }
    }

    /** What a wrong password is answered with: the last one already says that there is a pause now. */
    Problem refusal(String email) {
        int tries =
                database.read(handle -> handle.createQuery("SELECT tries FROM password_try WHERE email_hash = :email")
                        .bind("email", hash(email))
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
        return tries >= TRIES
                ? new Problem(ProblemCode.LOGIN_PAUSED, "the last try was wrong")
                : new Problem(ProblemCode.LOGIN_REFUSED, "e-mail or password wrong");
    }

    /** The right one came. */
    void forget(String email) {
        database.update(handle -> handle.createUpdate("DELETE FROM password_try WHERE email_hash = :email")
                .bind("email", hash(email))
                .execute());
    }

    private static String hash(String email) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
