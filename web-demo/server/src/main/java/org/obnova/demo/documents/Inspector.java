// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.file.Path;

/** Looks into a file. */
interface Inspector {
    /**
     * Reads the whole file, and makes pictures of its first pages.
     *
     * @param file as it came
     * @param format by its first bytes
     * @param folder where the pictures go, as {@code 1.jpg} and on
     * @throws org.obnova.demo.problem.Problem one of the {@code UPLOAD_} codes
     */
    Findings inspect(Path file, FileFormat format, UploadKind kind, Path folder);
}
