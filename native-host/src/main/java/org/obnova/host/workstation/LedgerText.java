// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;

/** The {@link Ledger} as JSON. */
final class LedgerText {
    private static final int VERSION = 1;
    private static final int MOST = 10_000;
    private static final int LONGEST_CERTIFICATE = 1 << 20;
    private static final int LONGEST_PATH = 4096;
    private static final int LONGEST = 200;

    private LedgerText() {}

    static boolean isWhole(byte[] content) {
        return read(content).isPresent();
    }

    static byte[] write(Ledger.Notes notes) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeNumberField("formatVersion", VERSION);
            out.writeArrayFieldStart("files");
            for (FileNote each : notes.files()) {
                write(out, each);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("roots");
            for (RootNote each : notes.roots()) {
                write(out, each);
            }
            out.writeEndArray();
            if (!notes.values().isEmpty()) {
                out.writeArrayFieldStart("values");
                for (RegistryNote each : notes.values()) {
                    write(out, each);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(JsonWriter out, FileNote note) {
        out.writeStartObject();
        out.writeStringField("target", note.target());
        out.writeStringField("file", note.file().toString());
        byte[] before = note.before();
        if (before != null) {
            out.writeStringField("before", Base64.getEncoder().encodeToString(before));
        }
        out.writeStringField("mode", note.mode());
        out.writeArrayFieldStart("ours");
        note.ours().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayFieldStart("folders");
        note.folders().forEach(each -> out.writeString(each.toString()));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonWriter out, RootNote note) {
        out.writeStartObject();
        out.writeStringField("target", note.target());
        out.writeStringField("store", note.store());
        out.writeStringField("certificate", Base64.getEncoder().encodeToString(note.certificate()));
        out.writeBooleanField("present", note.present());
        out.writeNumberField("trust", note.trust());
        out.writeNumberField("mail", note.mail());
        out.writeNumberField("code", note.code());
        out.writeEndObject();
    }

    private static void write(JsonWriter out, RegistryNote note) {
        out.writeStartObject();
        out.writeStringField("target", note.target());
        out.writeStringField("key", note.key());
        out.writeStringField("name", note.name());
        String before = note.before();
        if (before != null) {
            out.writeStringField("before", before);
        }
        out.writeArrayFieldStart("ours");
        note.ours().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayFieldStart("keys");
        note.keys().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Empty where it is damaged, or of a newer version. */
    static Optional<Ledger.Notes> read(byte[] content) {
        try {
            Fields fields = Fields.of("", JsonText.read(content));
            Long version = fields.optionalWhole("formatVersion", 0, Integer.MAX_VALUE);
            if (version == null || version != VERSION) {
                return Optional.empty();
            }
            List<FileNote> files = new ArrayList<>();
            for (Json each : fields.items("files", MOST)) {
                files.add(file(Fields.of("files[]", each)));
            }
            List<RootNote> roots = new ArrayList<>();
            for (Json each : fields.items("roots", MOST)) {
                roots.add(root(Fields.of("roots[]", each)));
            }
            List<RegistryNote> values = new ArrayList<>();
            for (Json each : fields.has("values") ? fields.items("values", MOST) : List.<Json>of()) {
                values.add(value(Fields.of("values[]", each)));
            }
            fields.end();
            return Optional.of(new Ledger.Notes(files, roots, values));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FileNote file(Fields fields) throws JsonException {
        FileNote note = new FileNote(
                fields.text("target", 1, LONGEST),
                Path.of(fields.text("file", 1, LONGEST_PATH)),
                octets(fields.optionalText("before", 0, JsonText.MAX_STRING_LENGTH)),
                fields.text("mode", 0, 9),
                texts(fields, "ours"),
                texts(fields, "folders").stream().map(LedgerText::path).toList());
        fields.end();
        return note;
    }

    private static RootNote root(Fields fields) throws JsonException {
        RootNote note = new RootNote(
                fields.text("target", 1, LONGEST),
                fields.text("store", 1, LONGEST_PATH),
                Base64.getDecoder().decode(fields.text("certificate", 4, LONGEST_CERTIFICATE)),
                Boolean.TRUE.equals(fields.optionalTruth("present")),
                whole(fields, "trust"),
                whole(fields, "mail"),
                whole(fields, "code"));
        fields.end();
        return note;
    }

    private static RegistryNote value(Fields fields) throws JsonException {
        RegistryNote note = new RegistryNote(
                fields.text("target", 1, LONGEST),
                fields.text("key", 1, LONGEST_PATH),
                fields.text("name", 0, LONGEST_PATH),
                fields.optionalText("before", 0, JsonText.MAX_STRING_LENGTH),
                texts(fields, "ours"),
                texts(fields, "keys"));
        fields.end();
        return note;
    }

    private static int whole(Fields fields, String key) throws JsonException {
        Long value = fields.optionalWhole(key, 0, Integer.MAX_VALUE);
        return value == null ? 0 : value.intValue();
    }

    private static byte @Nullable [] octets(@Nullable String base64) {
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }

    private static List<String> texts(Fields fields, String key) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json each : fields.items(key, MOST)) {
            if (!(each instanceof Json.Text text)) {
                throw fields.wrong(key, "not a text");
            }
            texts.add(text.value());
        }
        return texts;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
