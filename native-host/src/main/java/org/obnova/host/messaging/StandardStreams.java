// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process's input and output, taken once: from then on whatever prints to standard output, be it a library, prints to standard error.
 *
 * @param in not buffered
 * @param out not buffered
 * @param err not buffered
 */
public record StandardStreams(InputStream in, OutputStream out, OutputStream err) {
    /** To be called first thing in main. */
    @SuppressWarnings("SystemOut") // The one place: from here nothing can print into a frame.
    public static StandardStreams take() {
        System.setOut(System.err);
        return new StandardStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }
}
