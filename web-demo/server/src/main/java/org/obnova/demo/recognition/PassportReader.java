// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.function.Supplier;

/** Reads passports of the Russian Federation in pictures of their pages 2 and 3. */
public interface PassportReader {
    /**
     * Reads one.
     *
     * @param file JPG, PNG, GIF, PDF, TIF, BMP, or HEIC where the program heif-convert is installed; told apart by content
     * @throws org.obnova.demo.problem.Problem PICTURE_UNREADABLE, PASSPORT_NOT_SEEN, RECOGNITION_BUSY
     */
    default Recognised read(byte[] file) {
        return read(() -> file);
    }

    /**
     * Reads one whose bytes are fetched only when its turn has come: what waits takes no memory.
     *
     * @param file asked once, or never
     * @throws org.obnova.demo.problem.Problem as above, and whatever fetching throws
     */
    Recognised read(Supplier<byte[]> file);
}
