// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    @Test
    void write_keepFramesWhole_whenManyThreadsWrite() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out, () -> {});
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            byte[] content = String.valueOf(t).repeat(1000 + t).getBytes(StandardCharsets.US_ASCII);
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100; i++) {
                    writer.write(content);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        writer.finish(10_000);

        FrameReader reader = new FrameReader(new ByteArrayInputStream(out.toByteArray()));
        int[] count = new int[8];
        for (byte[] frame = reader.read(); frame != null; frame = reader.read()) {
            int t = frame[0] - '0';
            assertThat(frame).hasSize(1000 + t).containsOnly((byte) ('0' + t));
            count[t]++;
        }
        assertThat(count).containsOnly(100);
    }

    @Test
    void write_refuseFrames_thatABrowserWouldNotTake() {
        FrameWriter writer = new FrameWriter(new ByteArrayOutputStream(), () -> {});

        assertThatThrownBy(() -> writer.write(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.write(new byte[FrameWriter.MAX_LENGTH + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void broken_isCalledOnce_whenTheOutputFails() {
        AtomicInteger calls = new AtomicInteger();
        FrameWriter writer = new FrameWriter(new FailingStream(), calls::incrementAndGet);

        writer.write(new byte[] {1});
        writer.write(new byte[] {2});

        await().untilAsserted(() -> assertThat(calls).hasValue(1));
        writer.finish(1000);
        assertThat(calls).hasValue(1);
    }

    private static final class FailingStream extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("nobody reads");
        }
    }
}
