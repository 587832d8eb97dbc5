// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids of sessions. Who only looks costs no row: his id says itself when it was made, under the servers' key (HMAC-SHA-256, RFC 2104), so that no id counts that
 * somebody else made up. Who logs in gets an id that is nothing but random, and counts while its row is there.
 */
final class SessionIds {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int RANDOM_BYTES = 32;
    private static final int TIME_BYTES = Long.BYTES;
    private static final int MAC_BYTES = 32;
    private static final int PASSING_BYTES = RANDOM_BYTES + TIME_BYTES + MAC_BYTES;

    private final byte[] key;
    private final String site;
    private final SecureRandom random;
    private final InstantSource clock;

    SessionIds(byte[] key, String site, SecureRandom random, InstantSource clock) {
        this.key = key.clone();
        this.site = site;
        this.random = random;
        this.clock = clock;
    }

    /** For somebody who looks. */
    String passing() {
        byte[] body = ByteBuffer.allocate(RANDOM_BYTES + TIME_BYTES)
                .put(bytes())
                .putLong(clock.instant().toEpochMilli())
                .array();
        return text(ByteBuffer.allocate(PASSING_BYTES).put(body).put(mac(body)).array());
    }

    /** For somebody who logs in. */
    String lasting() {
        return text(bytes());
    }

    /** Whether it is a passing id that a server of ours gave to a browser of this site within a day. */
    boolean isPassing(String id) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != PASSING_BYTES) {
            return false;
        }
        byte[] body = Arrays.copyOf(bytes, RANDOM_BYTES + TIME_BYTES);
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(body).getLong(RANDOM_BYTES));
        return MessageDigest.isEqual(mac(body), Arrays.copyOfRange(bytes, body.length, bytes.length))
                && made.plus(LIFE).isAfter(clock.instant());
    }

    /** The form token of a session. */
    static String token(String id) {
        try {
            byte[] text = ("form token\n" + id).getBytes(StandardCharsets.UTF_8);
            return text(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(site.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
