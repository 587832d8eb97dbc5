// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;

/**
 * The elements of BER (X.690, 8.1), counted before any of them is built: a message of millions of empty ones is small on the wire and
 * fills the memory.
 */
final class Elements {
    /** Programs write a content in pieces of 1000 octets or more: 32 MiB are less than half of this. */
    static final int MOST = 100_000;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1F;
    private static final int MOST_TAG_OCTETS = 5;
    private static final int MOST_LENGTH_OCTETS = 4;

    private final byte[] octets;
    private int at;

    private Elements(byte[] octets) {
        this.octets = octets;
    }

    /**
     * Looks at headers only, whatever they stand in: what lies within a constructed element follows its header.
     *
     * @throws IOException where there are too many, or a header is none
     */
    static void requireFew(byte[] message) throws IOException {
        Elements elements = new Elements(message);
        for (int count = 0; elements.at < message.length; count++) {
            if (count == MOST) {
                throw new IOException("more than " + MOST + " elements");
            }
            elements.next();
        }
    }

    private void next() throws IOException {
        int first = octet();
        if ((first & LONG_TAG) == LONG_TAG) {
            skipLongTag();
        }
        boolean constructed = (first & CONSTRUCTED) != 0;
        int length = octet();
        // 0x80 is the indefinite length; its end is an element of two zeros.
        if (length > 0x80) {
            length = longLength(length & 0x7F);
        } else if (length == 0x80 && !constructed) {
            throw new IOException("an indefinite length of what has no parts");
        } else if (length == 0x80) {
            length = 0;
        }
        if (length > octets.length - at) {
            throw new IOException("longer than what holds it");
        }
        at += constructed ? 0 : length;
    }

    private void skipLongTag() throws IOException {
        for (int i = 0; i < MOST_TAG_OCTETS; i++) {
            if ((octet() & 0x80) == 0) {
                return;
            }
        }
        throw new IOException("a tag that nothing has");
    }

    private int longLength(int number) throws IOException {
        if (number > MOST_LENGTH_OCTETS) {
            throw new IOException("a length that nothing has");
        }
        long length = 0;
        for (int i = 0; i < number; i++) {
            length = length << 8 | octet();
        }
        if (length > Integer.MAX_VALUE) {
            throw new IOException("a length that nothing has");
        }
        return (int) length;
    }

    private int octet() throws IOException {
        if (at == octets.length) {
            throw new IOException("ends within a header");
        }
        return octets[at++] & 0xFF;
    }
}
