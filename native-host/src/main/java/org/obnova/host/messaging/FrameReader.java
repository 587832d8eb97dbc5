// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads native-messaging frames: a 32-bit unsigned length, little endian, then so many octets. For one thread. */
public final class FrameReader {
    /** The longest frame that is taken, in octets. */
    public static final int MAX_LENGTH = 16 * 1024 * 1024;

    private static final int HEADER = 4;

    private final InputStream in;
    private final byte[] header = new byte[HEADER];

    /** @param in read to its end, however small the pieces in which it arrives */
    public FrameReader(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for a frame.
     *
     * @return its content, or null at the end of the input
     * @throws BoundaryLostException where the length is zero or too large, or the input ends inside a frame
     */
    public byte @Nullable [] read() throws IOException {
        int got = in.readNBytes(header, 0, HEADER);
        if (got == 0) {
            return null;
        }
        if (got < HEADER) {
            throw new BoundaryLostException("the input ends inside a length");
        }
        int length = (header[0] & 0xFF)
                | ((header[1] & 0xFF) << 8)
                | ((header[2] & 0xFF) << 16)
                | ((header[3] & 0xFF) << 24);
        // Checked before anything is allocated; a length of 2^31 or more is negative here.
        if (length <= 0 || length > MAX_LENGTH) {
            throw new BoundaryLostException("a length that no frame has");
        }
        byte[] content = new byte[length];
        if (in.readNBytes(content, 0, length) < length) {
            throw new BoundaryLostException("the input ends inside a frame");
        }
        return content;
    }
}
