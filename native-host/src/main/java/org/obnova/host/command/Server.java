// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.io.IOException;
import org.obnova.host.messaging.BoundaryLostException;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;

/** Reads frames to the end of the input. */
public final class Server {
    /** The whole end takes at most 500 ms; this much is for what writes files. */
    private static final long FINISH_WORK_MILLIS = 350;

    private static final long FINISH_REPLIES_MILLIS = 100;

    private final FrameReader reader;
    private final FrameWriter writer;
    private final Dispatcher dispatcher;

    /** Starts nothing. */
    public Server(FrameReader reader, FrameWriter writer, Dispatcher dispatcher) {
        this.reader = reader;
        this.writer = writer;
        this.dispatcher = dispatcher;
    }

    /**
     * Serves until the browser closes the input; within 500 ms from then everything has ended that ends by itself.
     *
     * @return the process's exit status: 0, or 2 where the frame boundary was lost
     */
    public int serve() {
        int status = read();
        dispatcher.end(FINISH_WORK_MILLIS);
        writer.finish(FINISH_REPLIES_MILLIS);
        return status;
    }

    private int read() {
        try {
            for (byte[] frame = reader.read(); frame != null; frame = reader.read()) {
                dispatcher.accept(frame);
            }
            return 0;
        } catch (BoundaryLostException e) {
            String detail = e.getMessage();
            dispatcher.boundaryLost(detail == null ? "" : detail);
            return 2;
        } catch (
                OutOfMemoryError
                        e) { // Before it is known whose frame it is: no reply could end the waiting of its sender.
            dispatcher.boundaryLost("no room for a frame");
            return 2;
        } catch (IOException e) {
            return 0; // An input that fails has ended.
        }
    }
}
