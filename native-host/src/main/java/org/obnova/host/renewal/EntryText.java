// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.storage.KeyMark;

/**
 * The text of {@code journal.json}: strict JSON, binary values in base64, times as RFC 3339. Format version 2 is version 1 with the key {@code object} (a CKA_ID
 * in hexadecimal) of keys that a token makes; version 3 has besides {@code chain} (a certificate that is not installed yet, and its issuers) and, of renewals that were
 * given up, {@code key}. What has none of these is written as version 1 or 2, which older hosts read.
 */
final class EntryText {
    private static final int VERSION = 3;
    private static final int LONGEST = 100_000;
    /** Hex digits; tokens hold identifiers of some tens of octets. */
    private static final int LONGEST_ID = 510;

    private static final int LONGEST_CHAIN = 16;

    private EntryText() {}

    static byte[] write(Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", version(entry));
            json.writeStringField("id", entry.id());
            json.writeStringField("state", entry.state().wireName());
            json.writeStringField("updated", entry.updated().toString());
            OrderText.write(json, entry.order());
            optional(json, "storage", entry.storageId());
            SubjectPublicKeyInfo key = entry.publicKey();
            optional(json, "publicKey", key == null ? null : base64(key.getEncoded()));
            KeyMark.OfObject object = entry.object();
            optional(json, "object", object == null ? null : HexFormat.of().formatHex(object.ckaId()));
            byte[] request = entry.request();
            optional(json, "request", request == null ? null : base64(request));
            optional(json, "certificate", entry.certificate());
            chain(json, entry.chain());
            KeyFate fate = entry.fate();
            optional(json, "key", fate == null ? null : fate.wireName());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static int version(Entry entry) {
        if (!entry.isLiving() || !entry.chain().isEmpty()) {
            return VERSION;
        }
        return entry.object() == null ? 1 : 2;
    }

    private static void chain(JsonWriter json, List<byte[]> chain) throws IOException {
        if (!chain.isEmpty()) {
            json.writeArrayFieldStart("chain");
            for (byte[] der : chain) {
                json.writeString(base64(der));
            }
            json.writeEndArray();
        }
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
        String fate = fields.optionalText("key", 1, 20);
        return new Entry(
                fields.text("id", 1, 64),
                OrderText.read(fields),
                RenewalState.ofWireName(state).orElseThrow(() -> fields.wrong("state", "not known")),
                Instant.parse(fields.text("updated", 1, 40)),
                fields.optionalText("storage", 1, 64),
                key == null
                        ? null
                        : SubjectPublicKeyInfo.getInstance(Base64.getDecoder().decode(key)),
                object == null ? null : new KeyMark.OfObject(HexFormat.of().parseHex(object)),
                request == null ? null : Base64.getDecoder().decode(request),
                fields.optionalText("certificate", 64, 64),
                chain(fields),
                fate == null ? null : KeyFate.ofWireName(fate).orElseThrow(() -> fields.wrong("key", "not known")));
    }

    private static List<byte[]> chain(Fields fields) throws JsonException {
        List<byte[]> chain = new ArrayList<>();
        if (fields.has("chain")) {
            for (Json each : fields.items("chain", LONGEST_CHAIN)) {
                if (!(each instanceof Json.Text text)) {
                    throw fields.wrong("chain", "not base64");
                }
                chain.add(Base64.getDecoder().decode(text.value()));
            }
        }
        return chain;
    }

    static void optional(JsonWriter json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
