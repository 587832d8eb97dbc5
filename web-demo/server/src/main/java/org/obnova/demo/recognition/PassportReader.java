// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/** Reads passports of the Russian Federation in pictures of their pages 2 and 3. */
public interface PassportReader {
    /**
     * Reads one.
     *
     * @param file JPG, PNG, GIF, PDF, TIF, BMP, or HEIC where the program heif-convert is installed; told apart by content
     * @throws org.obnova.demo.problem.Problem PICTURE_UNREADABLE, PASSPORT_NOT_SEEN, RECOGNITION_BUSY
     */
    Recognised read(byte[] file);
}
