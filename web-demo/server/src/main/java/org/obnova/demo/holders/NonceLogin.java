// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** Login by a signature over origin, nonce and time. Each nonce is accepted once, even where the answer then does not verify. */
public final class NonceLogin implements CertificateLogin {
    private static final int NONCE_BYTES = 32;
    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);
    /** The nonce proves freshness; the signed time only tells a computer whose clock is plainly wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

    private static final Pattern TEXT = Pattern.compile(
            "Вход на сайт: (?<origin>\\S{1,300})\nОдноразовый код: (?<nonce>[A-Za-z0-9_-]{16,128})\nВремя: (?<time>\\S{20,40})\n?");

    private final Database database;
    private final Holders holders;
    private final SignatureCheck signatures;
    private final InstantSource clock;
    private final SecureRandom random;

    /** Nonces are kept in that database. */
    public NonceLogin(
            Database database, Holders holders, SignatureCheck signatures, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.holders = holders;
        this.signatures = signatures;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String challenge() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        database.update(handle -> {
            handle.createUpdate("DELETE FROM challenge WHERE expires < :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            handle.createUpdate("INSERT INTO challenge (nonce, expires) VALUES (:nonce, :expires)")
                    .bind("nonce", nonce)
                    .bind("expires", now.plus(NONCE_LIFE).toEpochMilli())
                    .execute();
        });
        return nonce;
    }

    @Override
    public Login verify(String origin, String nonce, String text, byte[] cms) {
        Instant now = clock.instant();
        int used = database.write(
                handle -> handle.createUpdate("DELETE FROM challenge WHERE nonce = :nonce AND expires >= :now")
                        .bind("nonce", nonce)
                        .bind("now", now.toEpochMilli())
                        .execute());
        require(used == 1, ProblemCode.CHALLENGE_STALE, "nonce unknown, used or too old");
        Matcher parts = TEXT.matcher(text);
        require(parts.matches(), ProblemCode.SIGNATURE_INVALID, "text has another form");
        require(parts.group("origin").equals(origin), ProblemCode.SIGNATURE_INVALID, "text is for another site");
        require(parts.group("nonce").equals(nonce), ProblemCode.CHALLENGE_STALE, "text has another nonce");
        Duration off = Duration.between(time(parts.group("time")), now).abs();
        require(off.compareTo(CLOCK_TOLERANCE) <= 0, ProblemCode.CHALLENGE_STALE, "text has another time");
        IssuedCertificate signer = signatures.signer(cms, text.getBytes(StandardCharsets.UTF_8));
        Holder holder = holders.byId(signer.holder())
                .orElseThrow(() -> new Problem(ProblemCode.SIGNER_UNTRUSTED, "certificate of nobody here"));
        return new Login(holder, signer);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(ProblemCode.SIGNATURE_INVALID, "text has no time", e);
        }
    }

    private static void require(boolean condition, ProblemCode code, String detail) {
        if (!condition) {
            throw new Problem(code, detail);
        }
    }
}
