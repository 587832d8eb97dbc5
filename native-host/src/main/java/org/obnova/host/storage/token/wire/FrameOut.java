// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/** A frame that is being put together. What it held is zeroed when it is closed, and when it moves to a larger place. */
final class FrameOut implements AutoCloseable {
    private static final int FIRST_SIZE = 256;

    private byte[] octets = new byte[FIRST_SIZE];
    private int length = Frame.HEADER;

    FrameOut octet(int value) {
        room(1);
        octets[length++] = (byte) value;
        return this;
    }

    FrameOut flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    FrameOut count(int value) {
        room(Integer.BYTES);
        length = Frame.putInt(octets, length, value);
        return this;
    }

    FrameOut whole(long value) {
        count((int) (value >>> Integer.SIZE));
        return count((int) value);
    }

    FrameOut octets(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
        return this;
    }

    FrameOut optional(byte @Nullable [] value) {
        flag(value != null);
        return value == null ? this : octets(value);
    }

    FrameOut text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    FrameOut secret(@Nullable Secret value) {
        byte[] copy = value == null ? null : value.copy();
        optional(copy);
        if (copy != null) {
            Arrays.fill(copy, (byte) 0);
        }
        return this;
    }

    FrameOut wholes(Collection<Long> values) {
        count(values.size());
        for (Long value : values) {
            whole(value);
        }
        return this;
    }

    FrameOut attributes(List<Attribute> attributes) {
        count(attributes.size());
        for (Attribute attribute : attributes) {
            attribute(attribute);
        }
        return this;
    }

    private void attribute(Attribute attribute) {
        whole(attribute.type());
        Attribute.Value value = attribute.value();
        if (value instanceof Attribute.Flag flag) {
            octet(Frame.FLAG).flag(flag.on());
        } else if (value instanceof Attribute.Whole whole) {
            octet(Frame.WHOLE).whole(whole.number());
        } else if (value instanceof Attribute.Octets some) {
            octet(Frame.OCTETS).octets(some.octets());
        }
    }

    /** Whether what was put here can be sent. */
    boolean fits() {
        return length - Frame.HEADER <= Frame.MAX;
    }

    /** Sends header and content in one go. */
    void sendTo(OutputStream stream) throws IOException {
        if (!fits()) {
            throw new MalformedFrameException("frame of " + (length - Frame.HEADER) + " octets");
        }
        Frame.putInt(octets, 0, length - Frame.HEADER);
        stream.write(octets, 0, length);
        stream.flush();
    }

    private void room(int more) {
        if (octets.length - length < more) {
            byte[] larger = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
            Arrays.fill(octets, (byte) 0);
            octets = larger;
        }
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
    }
}
