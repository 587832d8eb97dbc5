// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFile;
import org.obnova.host.platform.InterProcessLock;

/**
 * What the person has allowed for good, in a file that the hosts of all browsers share. It is read anew each time, so that what was revoked in one
 * browser is revoked in all.
 */
public final class Consents {
    static final int FORMAT_VERSION = 1;
    private static final int MAX_CONSENTS = 2000;

    private final Path file;
    private final InstantSource clock;

    /** One consent. */
    public record Consent(String origin, Operation operation, Instant given) {}

    /** @param file it need not be there; beside it lies its lock */
    public Consents(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * All of them, the oldest first.
     *
     * @throws Fault {@code SETTINGS_INVALID} where the file is damaged or newer than this program: it is left as it is
     */
    public List<Consent> all() {
        Optional<byte[]> content = DurableFile.read(file);
        if (content.isEmpty()) {
            return List.of();
        }
        try {
            Fields fields = Fields.of("", JsonText.read(content.get()));
            Long version = fields.optionalWhole("formatVersion", 0, Integer.MAX_VALUE);
            if (version == null || version != FORMAT_VERSION) {
                throw fields.wrong("formatVersion", "not " + FORMAT_VERSION);
            }
            List<Consent> consents = new ArrayList<>();
            for (Json item : fields.items("consents", MAX_CONSENTS)) {
                consents.add(consent(Fields.of("consents[]", item)));
            }
            fields.end();
            return List.copyOf(consents);
        } catch (JsonException e) {
            throw new Fault(
                    ErrorCode.SETTINGS_INVALID, String.valueOf(e.getMessage()), Map.of("file", file.toString()), e);
        }
    }

    /** Whether the site may do this without being asked for. */
    public boolean has(String origin, Operation operation) {
        return all().stream().anyMatch(c -> matches(c, origin, operation));
    }

    /** Keeps a consent; one that is there already keeps its time. */
    public void give(String origin, Operation operation) {
        change(before -> {
            if (before.stream().anyMatch(c -> matches(c, origin, operation))) {
                return before;
            }
            List<Consent> after = new ArrayList<>(before);
            after.add(new Consent(origin, operation, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            return after;
        });
    }

    /**
     * Takes consents back.
     *
     * @param operation null means all of the site's
     * @return how many
     */
    public int revoke(String origin, @Nullable Operation operation) {
        int[] revoked = new int[1];
        change(before -> {
            List<Consent> after = new ArrayList<>(before);
            after.removeIf(c -> matches(c, origin, operation));
            revoked[0] = before.size() - after.size();
            return after;
        });
        return revoked[0];
    }

    private void change(UnaryOperator<List<Consent>> change) {
        try (InterProcessLock _ = InterProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
            List<Consent> before = all();
            List<Consent> after = change.apply(before);
            if (!after.equals(before)) {
                DurableFile.write(file, encode(after));
            }
        }
    }

    private static boolean matches(Consent consent, String origin, @Nullable Operation operation) {
        return consent.origin().equals(origin) && (operation == null || consent.operation() == operation);
    }

    private static Consent consent(Fields fields) throws JsonException {
        String origin = fields.text("origin", 1, 512);
        String name = fields.text("operation", 1, 64);
        Operation operation = Operation.ofWireName(name).orElseThrow(() -> fields.wrong("operation", "not known"));
        Instant given;
        try {
            given = Instant.parse(fields.text("given", 1, 64));
        } catch (DateTimeException e) {
            throw fields.wrong("given", "not a time");
        }
        fields.end();
        return new Consent(origin, operation, given);
    }

    private static byte[] encode(List<Consent> consents) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeNumberField("formatVersion", FORMAT_VERSION);
            out.writeArrayFieldStart("consents");
            for (Consent consent : consents) {
                out.writeStartObject();
                out.writeStringField("origin", consent.origin());
                out.writeStringField("operation", consent.operation().wireName());
                out.writeStringField("given", consent.given().toString());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
