// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * How long the CA waits for an agency. A person waits at most {@code tries} times {@code connect + answer}, and the pauses between.
 *
 * @param connect until the connection is there
 * @param answer until the whole answer is there
 * @param tries at least 1
 * @param pause between two tries, doubled each time
 * @param failures questions in a row without an answer, after which the agency is left alone
 * @param rest for how long it is left alone: it counts as silent at once
 */
public record Patience(Duration connect, Duration answer, int tries, Duration pause, int failures, Duration rest) {
    /** Refuses what would wait for ever, or not at all. */
    public Patience {
        require(positive(connect) && positive(answer), "connect and answer must be longer than nothing");
        require(tries >= 1 && tries <= 10, "tries must be 1 to 10");
        require(!pause.isNegative() && !rest.isNegative(), "pause and rest must not be negative");
        require(failures >= 1, "failures must be at least 1");
    }

    /** The one in {@code patience.json}. */
    public static Patience bundled() {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        try (InputStream file = Patience.class.getResourceAsStream("patience.json")) {
            if (file == null) {
                throw new IllegalStateException("patience.json is missing");
            }
            InMillis data = json.readValue(file, InMillis.class);
            return new Patience(
                    Duration.ofMillis(data.connectMillis()),
                    Duration.ofMillis(data.answerMillis()),
                    data.tries(),
                    Duration.ofMillis(data.pauseMillis()),
                    data.failures(),
                    Duration.ofMillis(data.restMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException("patience.json cannot be read", e);
        }
    }

    /** The file's form. */
    record InMillis(
            long connectMillis, long answerMillis, int tries, long pauseMillis, int failures, long restMillis) {}

    private static boolean positive(Duration duration) {
        return duration.isPositive();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
