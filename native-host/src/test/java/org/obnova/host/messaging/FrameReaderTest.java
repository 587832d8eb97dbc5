// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    @Test
    void read_giveFramesInOrderThenNull_whenTheInputEndsBetweenFrames() throws IOException {
        FrameReader reader = reader(frame("{}"), frame("длинный"));

        assertThat(reader.read()).isEqualTo(utf8("{}"));
        assertThat(reader.read()).isEqualTo(utf8("длинный"));
        assertThat(reader.read()).isNull();
    }

    @Test
    void read_giveTheFrame_whenItArrivesOctetByOctet() throws IOException {
        byte[] whole = frame("{\"a\":1}");
        List<InputStream> octets = IntStream.range(0, whole.length)
                .mapToObj(i -> (InputStream) new ByteArrayInputStream(whole, i, 1))
                .toList();

        byte[] read = new FrameReader(new SequenceInputStream(Collections.enumeration(octets))).read();

        assertThat(read).isEqualTo(utf8("{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FrameReader.MAX_LENGTH + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void read_loseTheBoundary_whenNoFrameHasTheLength(int length) {
        byte[] header = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array();

        assertThatThrownBy(() -> reader(header, new byte[64]).read()).isInstanceOf(BoundaryLostException.class);
    }

    @Test
    void read_takeTheLongestFrame() throws IOException {
        byte[] header = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(FrameReader.MAX_LENGTH)
                .array();

        assertThat(reader(header, new byte[FrameReader.MAX_LENGTH]).read()).hasSize(FrameReader.MAX_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void read_loseTheBoundary_whenTheInputEndsInsideTheFrame(int octets) {
        byte[] cut = new byte[octets];
        System.arraycopy(frame("{}"), 0, cut, 0, octets);

        assertThatThrownBy(() -> reader(cut).read()).isInstanceOf(BoundaryLostException.class);
    }

    private static FrameReader reader(byte[]... parts) {
        return new FrameReader(new SequenceInputStream(Collections.enumeration(
                List.of(parts).stream().map(ByteArrayInputStream::new).toList())));
    }

    private static byte[] frame(String text) {
        byte[] content = utf8(text);
        return ByteBuffer.allocate(content.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
