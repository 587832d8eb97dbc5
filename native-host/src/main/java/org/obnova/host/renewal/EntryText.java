// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Subject;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.KeyMark;

/**
 * The text of {@code journal.json}: strict JSON, binary values in base64, times as RFC 3339. Format version 2 is version 1 with the key {@code object} (a CKA_ID
 * in hexadecimal) of keys that a token makes; what has none is written as version 1, which older hosts read.
 */
final class EntryText {
    private static final int VERSION = 2;
    private static final int LONGEST = 100_000;
    /** Hex digits; tokens hold identifiers of some tens of octets. */
    private static final int LONGEST_ID = 510;

    private EntryText() {}

    static byte[] write(Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", entry.object() == null ? 1 : VERSION);
            json.writeStringField("id", entry.id());
            json.writeStringField("state", entry.state().wireName());
            json.writeStringField("updated", entry.updated().toString());
            json.writeStringField("origin", entry.order().origin());
            json.writeStringField("application", entry.order().application());
            json.writeStringField("algorithm", entry.order().algorithm().wireName());
            subject(json, entry.order().subject());
            optional(json, "orderedStorage", entry.order().storageId());
            optional(json, "replaces", entry.order().replaces());
            optional(json, "storage", entry.storageId());
            SubjectPublicKeyInfo key = entry.publicKey();
            optional(json, "publicKey", key == null ? null : base64(key.getEncoded()));
            KeyMark.OfObject object = entry.object();
            optional(json, "object", object == null ? null : HexFormat.of().formatHex(object.ckaId()));
            byte[] request = entry.request();
            optional(json, "request", request == null ? null : base64(request));
            optional(json, "certificate", entry.certificate());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads an entry.
     *
     * @throws Fault {@code JOURNAL_DAMAGED}, {@code JOURNAL_NEWER}
     */
    static Entry read(byte[] text) {
        try {
            Fields fields = Fields.of("journal", JsonText.read(text));
            Long version = fields.optionalWhole("formatVersion", 1, Integer.MAX_VALUE);
            if (version != null && version > VERSION) {
                throw new Fault(ErrorCode.JOURNAL_NEWER, "a newer version wrote the journal");
            }
            if (version == null) {
                throw fields.wrong("formatVersion", "missing");
            }
            return whole(fields);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the journal cannot be read", e);
        }
    }

    /** Whether {@link #read} succeeds. */
    static boolean isWhole(byte[] text) {
        try {
            read(text);
            return true;
        } catch (Fault e) {
            return false;
        }
    }

    private static Entry whole(Fields fields) throws JsonException {
        try {
            Entry entry = entry(fields);
            fields.end();
            return entry;
        } catch (Fault e) {
            // The order's own checks: what was written had passed them.
            throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the journal holds values that were never written", e);
        }
    }

    private static Entry entry(Fields fields) throws JsonException {
        String state = fields.text("state", 1, 20);
        String key = fields.optionalText("publicKey", 1, LONGEST);
        String object = fields.optionalText("object", 2, LONGEST_ID);
        String request = fields.optionalText("request", 1, LONGEST);
        return new Entry(
                fields.text("id", 1, 64),
                order(fields),
                RenewalState.ofWireName(state).orElseThrow(() -> fields.wrong("state", "not known")),
                Instant.parse(fields.text("updated", 1, 40)),
                fields.optionalText("storage", 1, 64),
                key == null
                        ? null
                        : SubjectPublicKeyInfo.getInstance(Base64.getDecoder().decode(key)),
                object == null ? null : new KeyMark.OfObject(HexFormat.of().parseHex(object)),
                request == null ? null : Base64.getDecoder().decode(request),
                fields.optionalText("certificate", 64, 64));
    }

    private static RenewalOrder order(Fields fields) throws JsonException {
        String algorithm = fields.text("algorithm", 1, 20);
        Fields subject = fields.object("subject");
        RenewalOrder order = new RenewalOrder(
                fields.text("origin", 1, 300),
                fields.text("application", 1, 64),
                KeyAlgorithm.ofWireName(algorithm).orElseThrow(() -> fields.wrong("algorithm", "not known")),
                new Subject(
                        subject.text("commonName", 1, 128),
                        subject.text("surname", 1, 128),
                        subject.text("givenName", 1, 128),
                        subject.text("country", 2, 2),
                        subject.text("snils", 11, 11),
                        subject.text("inn", 12, 12),
                        subject.optionalText("email", 1, 128)),
                fields.optionalText("orderedStorage", 1, 64),
                fields.optionalText("replaces", 64, 64));
        subject.end();
        return order;
    }

    private static void subject(JsonWriter json, Subject subject) throws IOException {
        json.writeObjectFieldStart("subject");
        json.writeStringField("commonName", subject.commonName());
        json.writeStringField("surname", subject.surname());
        json.writeStringField("givenName", subject.givenName());
        json.writeStringField("country", subject.country());
        json.writeStringField("snils", subject.snils());
        json.writeStringField("inn", subject.inn());
        optional(json, "email", subject.email());
        json.writeEndObject();
    }

    private static void optional(JsonWriter json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
