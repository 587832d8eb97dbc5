// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.UntrustedDer;

/**
 * What tells of a container on a token without a PIN: a public data object, strict JSON, format version 1. It counts from the moment it lies there: its parts
 * were written and proven before. Of several generations the highest counts.
 *
 * @param id of the container, 32 hexadecimal digits, see {@link #newId}; also the CKA_ID of its certificate
 * @param generation from 1
 * @param parts into how many objects the container is split
 * @param sha256 of the whole container, hexadecimal digits
 */
record ContainerIndex(
        String id, int generation, String label, SubjectPublicKeyInfo publicKey, int parts, String sha256) {
    private static final int VERSION = 1;
    private static final int ID_OCTETS = 16;

    /** Ids begin with "OBNC": a certificate that bears one is a container's, and stands for no key of the token's own. */
    private static final String ID_BEGIN = "4f424e43";

    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_LABEL = 400;
    private static final int LONGEST_KEY = 10_000;

    /** The id of a new container. */
    static String newId(SecureRandom random) {
        byte[] octets = new byte[ID_OCTETS - ID_BEGIN.length() / 2];
        random.nextBytes(octets);
        return ID_BEGIN + HexFormat.of().formatHex(octets);
    }

    /** Whether an object's CKA_ID is that of a container, whether or not one is told of. */
    static boolean isId(String hex) {
        return hex.length() == 2 * ID_OCTETS && hex.startsWith(ID_BEGIN);
    }

    /** For a container that is about to be written. */
    static ContainerIndex of(
            String id, int generation, String label, SubjectPublicKeyInfo publicKey, int parts, byte[] container) {
        return new ContainerIndex(id, generation, label, publicKey, parts, digest(container));
    }

    static String digest(byte[] container) {
        return HexFormat.of().formatHex(Hashing.hash(NISTObjectIdentifiers.id_sha256, container));
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", VERSION);
            json.writeStringField("id", id);
            json.writeNumberField("generation", generation);
            json.writeStringField("label", label);
            json.writeStringField("publicKey", Base64.getEncoder().encodeToString(publicKey.getEncoded()));
            json.writeNumberField("parts", parts);
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** The index; empty for what is damaged, newer, or something else. */
    static Optional<ContainerIndex> read(byte[] text) {
        try {
            Fields fields = Fields.of("container", JsonText.read(text));
            Long version = fields.optionalWhole("formatVersion", 1, Integer.MAX_VALUE);
            if (version == null || version > VERSION) {
                return Optional.empty();
            }
            ContainerIndex index = new ContainerIndex(
                    fields.text("id", 32, 32),
                    number(fields, "generation", Integer.MAX_VALUE),
                    VisibleText.shown(fields.text("label", 0, LONGEST_LABEL)),
                    key(fields.text("publicKey", 1, LONGEST_KEY)),
                    number(fields, "parts", MOST_PARTS),
                    fields.text("sha256", 64, 64));
            fields.end();
            HexFormat.of().parseHex(index.id());
            return Optional.of(index);
        } catch (JsonException | IllegalArgumentException | Fault e) {
            return Optional.empty();
        }
    }

    private static SubjectPublicKeyInfo key(String base64) {
        return UntrustedDer.read(
                ErrorCode.CONTAINER_DAMAGED,
                "public key",
                () -> SubjectPublicKeyInfo.getInstance(Base64.getDecoder().decode(base64)));
    }

    private static int number(Fields fields, String name, int most) throws JsonException {
        Long number = fields.optionalWhole(name, 1, most);
        if (number == null) {
            throw fields.wrong(name, "missing");
        }
        return number.intValue();
    }
}
