// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.util.Arrays;
import java.util.Base64;
import org.obnova.host.json.JsonException;

/** Octets that travel as base64 (RFC 4648 section 4, padded). */
public final class Der {
    /** The longest base64 text that is taken: no certificate comes near it. */
    static final int MAX_TEXT = 64 * 1024;

    private final byte[] octets;

    private Der(byte[] octets) {
        this.octets = octets;
    }

    /** Wraps a copy of the octets. */
    public static Der of(byte[] octets) {
        return new Der(octets.clone());
    }

    static Der decode(String path, String base64) throws JsonException {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            // The decoder takes missing padding and stray last bits; one value shall have one text.
            if (octets.length > 0 && base64.length() % 4 == 0 && base64.endsWith(lastFour(octets))) {
                return new Der(octets);
            }
        } catch (IllegalArgumentException e) {
            throw new JsonException(path + ": not base64");
        }
        throw new JsonException(path + ": not canonical base64");
    }

    private static String lastFour(byte[] octets) {
        int from = (octets.length - 1) / 3 * 3;
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(octets, from, octets.length));
    }

    /** A copy of the octets. */
    public byte[] octets() {
        return octets.clone();
    }

    /** How long it is in JSON. */
    public int base64Length() {
        return (octets.length + 2) / 3 * 4;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Der that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }
}
