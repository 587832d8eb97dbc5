// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/**
 * Codes that work once. Five wrong tries end in a pause, counted over repeated codes, so that asking for another one does not buy
 * more tries; five codes in a row without a right one end in an hour without any, so that nobody is called the whole night through. They are kept in the clear: ten thousand possible codes hide behind no hash, and they live ten minutes.
 */
public final class OneTimeCodes {
    /** How long a code works. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** From when another code may be asked for. */
    public static final Duration REPEAT = Duration.ofMinutes(2);

    /** How long nothing works after too many wrong tries. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    /** How long no code goes out after too many that nobody entered. */
    public static final Duration SILENCE = Duration.ofHours(1);

    private static final int TRIES = 5;
    private static final int SENDS = 5;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;

    /** Codes in that database. */
    public OneTimeCodes(Database database, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** What a code is for. */
    public enum Purpose {
        LOGIN,
        RECEIPT,
        PHONE,
        EMAIL
    }

    /**
     * Makes a code; the caller brings it to the person.
     *
     * @param target for whom: a phone, an application
     * @param first how the first code since the last right one comes; all others come by SMS, but for those of a letter
     * @throws Problem CODE_TOO_SOON, CODE_PAUSED, CODES_SPENT
     */
    public Made make(Purpose purpose, String target, Message.Kind first) {
        return database.write(handle -> {
            Instant now = clock.instant();
            CodeRow before = CodeRow.find(handle, purpose, target).orElse(CodeRow.NONE);
            refuse(now.isBefore(before.pausedUntil()), ProblemCode.CODE_PAUSED);
            boolean repeated = before.works(now);
            refuse(repeated && now.isBefore(before.sent().plus(REPEAT)), ProblemCode.CODE_TOO_SOON);
            boolean spent = before.sends() >= SENDS;
            refuse(spent && now.isBefore(before.sent().plus(SILENCE)), ProblemCode.CODES_SPENT);
            int sends = spent ? 1 : before.sends() + 1;
            // Four digits of a call are guessed in some hundred rounds: one call until somebody proves to have the
            // phone.
            Message.Kind kind = before.sends() == 0 || first == Message.Kind.EMAIL ? first : Message.Kind.SMS;
            int digits = digits(kind);
            String code = digits(random, digits);
            new CodeRow(code, kind, now, before.tries(), Instant.EPOCH, sends).save(handle, purpose, target);
            return new Made(code, new CodeSent(kind, digits, now.plus(REPEAT), now.plus(LIFE)));
        });
    }

    /**
     * Uses a code up.
     *
     * @throws Problem CODE_WRONG, CODE_PAUSED
     */
    public void use(Purpose purpose, String target, String typed) {
        use(purpose, target, typed, () -> {});
    }

    /**
     * Uses a code up and writes down what it proves, in one transaction: neither is there without the other.
     *
     * @param proof does nothing but in the database, and only where the code is right
     * @throws Problem CODE_WRONG, CODE_PAUSED
     */
    public void use(Purpose purpose, String target, String typed, Runnable proof) {
        // The count of wrong tries must be committed: the refusal is thrown outside of the transaction.
        Optional<ProblemCode> refusal = database.write(handle -> {
            Instant now = clock.instant();
            CodeRow row = CodeRow.find(handle, purpose, target).orElse(CodeRow.NONE);
            if (now.isBefore(row.pausedUntil())) {
                return Optional.of(ProblemCode.CODE_PAUSED);
            }
            if (!row.works(now)) {
                return Optional.of(ProblemCode.CODE_WRONG);
            }
            if (same(row.code(), typed)) {
                row.used().save(handle, purpose, target);
                proof.run();
                return Optional.empty();
            }
            boolean last = row.tries() + 1 >= TRIES;
            (last ? row.paused(now.plus(PAUSE)) : row.tried()).save(handle, purpose, target);
            return Optional.of(last ? ProblemCode.CODE_PAUSED : ProblemCode.CODE_WRONG);
        });
        if (refusal.isPresent()) {
            throw new Problem(refusal.get(), "one-time code refused");
        }
    }

    /**
     * A new code.
     *
     * @param code the digits, for the message alone
     */
    public record Made(String code, CodeSent sent) {
        /** Without the code. */
        @Override
        public String toString() {
            return "Made[" + sent + "]";
        }
    }

    private static boolean same(@Nullable String code, String typed) {
        return code != null
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static int digits(Message.Kind kind) {
        return kind == Message.Kind.CALL ? 4 : 6;
    }

    private static String digits(SecureRandom random, int count) {
        int bound = (int) Math.pow(10, count);
        return String.format(Locale.ROOT, "%0" + count + "d", random.nextInt(bound));
    }

    private static void refuse(boolean condition, ProblemCode code) {
        if (condition) {
            throw new Problem(code, "no new code now");
        }
    }
}
