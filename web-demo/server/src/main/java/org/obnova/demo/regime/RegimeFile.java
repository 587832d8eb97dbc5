// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.regime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A regime as a JSON object: {@code {"loginCode": "call-then-sms", …, "validityMonths": 12}}. Every setting stands there, and nothing else does; who
 * mistypes one is told which, and what may stand there.
 */
public final class RegimeFile {
    /** The names of the presets. */
    public static final List<String> PRESETS = List.of("current", "2017");

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode root;
    private final Set<String> read = new TreeSet<>();

    private RegimeFile(JsonNode root) {
        this.root = root;
    }

    /** A regime that does not start a server; the message says what to change. */
    public static final class InvalidRegimeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidRegimeException(String message) {
            super(message);
        }
    }

    /** The preset of that name. */
    public static Regime preset(String name) {
        try (InputStream file = RegimeFile.class.getResourceAsStream("regime-" + name + ".json")) {
            if (file == null) {
                throw new InvalidRegimeException("no such regime: " + name);
            }
            return read(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a preset cannot be read", e);
        }
    }

    /** A preset, or else the file of that path. */
    public static Regime of(String nameOrFile) {
        if (PRESETS.contains(nameOrFile)) {
            return preset(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        try {
            String name = String.valueOf(file.getFileName());
            return read(name.endsWith(".json") ? name.substring(0, name.length() - 5) : name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InvalidRegimeException(
                    "neither a regime (" + String.join(", ", PRESETS) + ") nor a file that can be read: " + nameOrFile);
        }
    }

    static Regime read(String name, byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidRegimeException("not a JSON object: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that cannot be read", e);
        }
        if (!root.isObject()) {
            throw new InvalidRegimeException("not a JSON object");
        }
        return new RegimeFile(root).regime(name);
    }

    private Regime regime(String name) {
        Regime regime = new Regime(
                name,
                word("loginCode", Regime.LoginCode.class),
                word("statementStage", Regime.StatementStage.class),
                word("confirmation", Regime.Confirmation.class),
                Duration.ofMinutes(number("promisedIssueMinutes", 24 * 60)),
                word("review", Regime.Review.class),
                number("promisedReviewHours", 24 * 14),
                word("heads", Regime.Heads.class),
                word("employee", Regime.EmployeeCertificate.class),
                word("paperRoute", Regime.PaperRoute.class),
                word("containerPassword", Regime.ContainerPassword.class),
                number("validityMonths", 15));
        Set<String> unknown = new TreeSet<>();
        root.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(read);
        if (!unknown.isEmpty()) {
            throw new InvalidRegimeException("unknown settings: " + String.join(", ", unknown));
        }
        return regime;
    }

    private <E extends Enum<E>> E word(String key, Class<E> values) {
        JsonNode value = value(key);
        return Arrays.stream(values.getEnumConstants())
                .filter(one -> value.isTextual() && wire(one).equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new InvalidRegimeException(key + " must be one of "
                        + Arrays.stream(values.getEnumConstants())
                                .map(RegimeFile::wire)
                                .collect(Collectors.joining(", "))));
    }

    private int number(String key, int largest) {
        JsonNode value = value(key);
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > largest) {
            throw new InvalidRegimeException(key + " must be a whole number from 1 to " + largest);
        }
        return value.intValue();
    }

    private JsonNode value(String key) {
        read.add(key);
        return root.path(key);
    }

    /** {@code CALL_THEN_SMS} is {@code call-then-sms} in the file. */
    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
