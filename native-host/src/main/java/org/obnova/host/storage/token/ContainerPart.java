// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A part of a container in a private data object: a head of 61 octets, big-endian ({@code OBNP}, format version 1, id of 16 octets, generation of 4, number
 * of this part from 0 and of all parts of 2 octets each, SHA-256 of the whole container), then the octets.
 */
// Parts are never compared.
@SuppressWarnings("ArrayRecordComponent")
record ContainerPart(String id, int generation, int number, int parts, String sha256, byte[] octets) {
    static final int HEAD = 61;
    private static final byte[] MAGIC = "OBNP".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int ID_OCTETS = 16;
    private static final int DIGEST_OCTETS = 32;

    byte[] write() {
        return ByteBuffer.allocate(HEAD + octets.length)
                .put(MAGIC)
                .put(VERSION)
                .put(HexFormat.of().parseHex(id))
                .putInt(generation)
                .putShort((short) number)
                .putShort((short) parts)
                .put(HexFormat.of().parseHex(sha256))
                .put(octets)
                .array();
    }

    /** The part; empty for anything else. */
    static Optional<ContainerPart> read(byte[] value) {
        if (value.length < HEAD
                || !Arrays.equals(value, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || value[MAGIC.length] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(value).position(MAGIC.length + 1);
        String id = hex(in, ID_OCTETS);
        int generation = in.getInt();
        int number = Short.toUnsignedInt(in.getShort());
        int parts = Short.toUnsignedInt(in.getShort());
        String sha256 = hex(in, DIGEST_OCTETS);
        return number < parts
                ? Optional.of(new ContainerPart(
                        id, generation, number, parts, sha256, Arrays.copyOfRange(value, HEAD, value.length)))
                : Optional.empty();
    }

    private static String hex(ByteBuffer in, int octets) {
        byte[] read = new byte[octets];
        in.get(read);
        return HexFormat.of().formatHex(read);
    }
}
