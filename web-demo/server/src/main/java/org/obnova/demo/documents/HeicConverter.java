// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.file.Path;

/** Turns photos of phones into JPEG. */
interface HeicConverter {
    /** Whether it can be done on this machine. */
    boolean installed();

    /**
     * Writes the photo as a JPEG.
     *
     * @throws org.obnova.demo.problem.Problem UPLOAD_DAMAGED, UPLOAD_TOO_HEAVY
     */
    void convert(Path heic, Path jpeg);
}
