// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Secret octets (a password as UTF-8, a private key as PKCS#8) that are zeroed when they are closed. */
public final class Secret implements AutoCloseable {
    private final byte[] octets;
    private boolean closed;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /** Takes the array over: it is zeroed when the secret is closed. */
    public static Secret owning(byte[] octets) {
        return new Secret(octets);
    }

    /** Encodes a password as UTF-8 and zeroes the array given. */
    public static Secret ofPassword(char[] password) {
        ByteBuffer buffer = ByteBuffer.allocate(password.length * 3);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), buffer, true);
        byte[] octets = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), (byte) 0);
        Arrays.fill(password, '\0');
        return new Secret(octets);
    }

    /** The empty password. */
    public static Secret empty() {
        return new Secret(new byte[0]);
    }

    /** Whether this is the empty password. */
    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** How many octets it has. */
    public int length() {
        return octets.length;
    }

    /**
     * A copy for an API that wants an array; the caller zeroes it.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] copy() {
        if (closed) {
            throw new IllegalStateException("the secret is closed");
        }
        return octets.clone();
    }

    /** Another secret of the same content, which ends by itself. */
    public Secret duplicate() {
        return new Secret(copy());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(octets, that.octets);
    }

    /** Constant: a hash of the content would leak it. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret";
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
        closed = true;
    }
}
