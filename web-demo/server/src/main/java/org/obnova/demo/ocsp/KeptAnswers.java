// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ocsp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.ca.Standing;

/** Answers about certificates that were issued, signed for whoever asks (RFC 5019 section 2.2.4); the ones longest unused go first when there are too many. */
final class KeptAnswers {
    private static final int MOST = 10_000;

    private final Duration keptFor;
    private final Map<ByteBuffer, Kept> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kept> eldest) {
            return size() > MOST;
        }
    };

    KeptAnswers(Duration keptFor) {
        this.keptFor = keptFor;
    }

    private record Kept(Standing standing, ByteBuffer answer, Instant made) {}

    /** An answer that is fresh, and says of the certificate what is true now. */
    synchronized Optional<byte[]> find(byte[] certificateId, Standing standing, Instant now) {
        Kept kept = answers.get(ByteBuffer.wrap(certificateId));
        if (kept == null
                || !kept.standing().equals(standing)
                || now.isBefore(kept.made())
                || !now.isBefore(kept.made().plus(keptFor))) {
            return Optional.empty();
        }
        return Optional.of(kept.answer().array());
    }

    synchronized void keep(byte[] certificateId, Standing standing, byte[] answer, Instant now) {
        answers.put(ByteBuffer.wrap(certificateId), new Kept(standing, ByteBuffer.wrap(answer), now));
    }
}
