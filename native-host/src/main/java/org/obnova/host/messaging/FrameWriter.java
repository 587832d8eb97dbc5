// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Writes frames: any thread queues them, one thread writes them, whole and in the order of the queue. */
public final class FrameWriter {
    /** The longest frame that browsers take from a host, in octets. */
    public static final int MAX_LENGTH = 1024 * 1024;

    /** A browser that does not read stops the senders here instead of filling the memory. */
    private static final int QUEUE = 256;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
    private final OutputStream out;
    private final Runnable broken;
    private final WritingThread thread;

    /**
     * Starts the writing thread.
     *
     * @param out not buffered
     * @param broken called once when the output fails: nobody reads any more
     */
    public FrameWriter(OutputStream out, Runnable broken) {
        this.out = out;
        this.broken = broken;
        this.thread = new WritingThread();
        thread.start();
    }

    /**
     * Queues a frame; waits while the queue is full.
     *
     * @throws IllegalArgumentException where the content is empty or too long
     */
    public void write(byte[] content) {
        byte[] frame = frame(content);
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(frame);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Queues a frame that may be left out: it is, while the queue is full. */
    public void writeIfRoom(byte[] content) {
        if (!queue.offer(frame(content))) {
            return; // A later notification tells more than this one.
        }
    }

    /** Writes what is queued, for at most so long; nothing may be queued afterwards. */
    public void finish(long millis) {
        if (!queue.offer(END)) {
            return; // Full: the browser does not read.
        }
        try {
            thread.join(Math.max(1, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] frame(byte[] content) {
        if (content.length == 0 || content.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a frame of ".concat(String.valueOf(content.length)));
        }
        byte[] frame = new byte[content.length + 4];
        for (int i = 0; i < 4; i++) {
            frame[i] = (byte) (content.length >>> (8 * i));
        }
        System.arraycopy(content, 0, frame, 4, content.length);
        return frame;
    }

    /** Named, not a lambda: the start goes through here. */
    private final class WritingThread extends Thread {
        WritingThread() {
            super("frames");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (byte[] frame = queue.take(); frame.length > 0; frame = queue.take()) {
                    out.write(frame);
                    out.flush();
                }
            } catch (IOException e) {
                broken.run();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }
}
