// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An attribute of an object on a token (PKCS #11 v3.1, 4.1).
 *
 * @param type the CKA_ number
 */
public record Attribute(long type, Value value) {
    /** What an attribute holds. Text is octets, in UTF-8. */
    public sealed interface Value {}

    /** A CK_BBOOL. */
    public record Flag(boolean on) implements Value {}

    /** A CK_ULONG. */
    public record Whole(long number) implements Value {}

    /** Octets as they lie on the token. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by content.
    public record Octets(byte[] octets) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Octets that && Arrays.equals(octets, that.octets);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(octets);
        }

        /** The length alone: the content may be a key. */
        @Override
        public String toString() {
            return octets.length + " octets";
        }
    }

    /** Zeroes octets. */
    void wipe() {
        if (value instanceof Octets octets) {
            Arrays.fill(octets.octets(), (byte) 0);
        }
    }

    /** A CK_BBOOL. */
    public static Attribute of(long type, boolean on) {
        return new Attribute(type, new Flag(on));
    }

    /** A CK_ULONG. */
    public static Attribute of(long type, long number) {
        return new Attribute(type, new Whole(number));
    }

    /** Octets. */
    public static Attribute of(long type, byte[] octets) {
        return new Attribute(type, new Octets(octets));
    }

    /** A text, in UTF-8. */
    public static Attribute of(long type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
