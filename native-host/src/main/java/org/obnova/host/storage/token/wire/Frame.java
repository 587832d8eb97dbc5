// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/**
 * A frame that came: a 32-bit length, most significant octet first, and as many octets; numbers in it likewise. Every length is checked before
 * anything is allocated for it. The content is zeroed when the frame is closed.
 */
public final class Frame implements AutoCloseable {
    /** The largest content, in octets: many times what the largest listing of a token has. */
    public static final int MAX = 4 * 1024 * 1024;

    static final int HEADER = Integer.BYTES;
    static final int FLAG = 1;
    static final int WHOLE = 2;
    static final int OCTETS = 3;

    private final byte[] content;
    private int position;

    Frame(byte[] content) {
        this.content = content;
    }

    /**
     * Waits for the next frame.
     *
     * @return null at the end of the stream
     * @throws MalformedFrameException the length is impossible
     */
    public static @Nullable Frame readFrom(InputStream stream) throws IOException {
        byte[] header = stream.readNBytes(HEADER);
        if (header.length == 0) {
            return null;
        }
        if (header.length < HEADER) {
            throw new EOFException("end within a header");
        }
        int length = getInt(header, 0);
        if (length <= 0 || length > MAX) {
            throw new MalformedFrameException("frame of " + length + " octets");
        }
        byte[] content = stream.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("end within a frame");
        }
        return new Frame(content);
    }

    int octet() throws MalformedFrameException {
        need(1);
        return content[position++] & 0xff;
    }

    boolean flag() throws MalformedFrameException {
        int value = octet();
        if (value > 1) {
            throw new MalformedFrameException("no truth value");
        }
        return value == 1;
    }

    int count() throws MalformedFrameException {
        need(Integer.BYTES);
        int value = getInt(content, position);
        position += Integer.BYTES;
        return value;
    }

    long whole() throws MalformedFrameException {
        long high = count();
        return (high << Integer.SIZE) | (count() & 0xffffffffL);
    }

    byte[] octets() throws MalformedFrameException {
        int length = count();
        need(length);
        byte[] value = Arrays.copyOfRange(content, position, position + length);
        position += length;
        return value;
    }

    byte @Nullable [] optional() throws MalformedFrameException {
        return flag() ? octets() : null;
    }

    String text() throws MalformedFrameException {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    @Nullable
    Secret secret() throws MalformedFrameException {
        byte[] value = optional();
        return value == null ? null : Secret.owning(value);
    }

    /** How many elements of at least so many octets follow. */
    int elements(int least) throws MalformedFrameException {
        int count = count();
        if (count < 0 || count > (content.length - position) / least) {
            throw new MalformedFrameException("more elements than octets");
        }
        return count;
    }

    List<Long> wholes() throws MalformedFrameException {
        int count = elements(Long.BYTES);
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(whole());
        }
        return values;
    }

    List<Attribute> attributes() throws MalformedFrameException {
        int count = elements(Long.BYTES + 2);
        List<Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(new Attribute(whole(), value()));
        }
        return attributes;
    }

    private Attribute.Value value() throws MalformedFrameException {
        int kind = octet();
        return switch (kind) {
            case FLAG -> new Attribute.Flag(flag());
            case WHOLE -> new Attribute.Whole(whole());
            case OCTETS -> new Attribute.Octets(octets());
            default -> throw new MalformedFrameException("attribute of kind " + kind);
        };
    }

    /** Nothing may follow. */
    void end() throws MalformedFrameException {
        if (position != content.length) {
            throw new MalformedFrameException("octets after the end");
        }
    }

    private void need(int octets) throws MalformedFrameException {
        if (octets < 0 || octets > content.length - position) {
            throw new MalformedFrameException("the frame is too short");
        }
    }

    static int putInt(byte[] octets, int at, int value) {
        octets[at] = (byte) (value >>> 24);
        octets[at + 1] = (byte) (value >>> 16);
        octets[at + 2] = (byte) (value >>> 8);
        octets[at + 3] = (byte) value;
        return at + Integer.BYTES;
    }

    private static int getInt(byte[] octets, int at) {
        return (octets[at] << 24)
                | ((octets[at + 1] & 0xff) << 16)
                | ((octets[at + 2] & 0xff) << 8)
                | (octets[at + 3] & 0xff);
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }
}
