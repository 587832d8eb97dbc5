// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.file.Path;

/** The inspection itself; it runs in the process of {@link InspectionProcess}. */
final class Inspection implements Inspector {
    @Override
    public Findings inspect(Path file, FileFormat format, UploadKind kind, Path folder) {
        PagePictures pictures = new PagePictures(folder);
        if (format == FileFormat.PDF) {
            return new PdfInspection(kind, pictures).of(file);
        }
        return new PictureInspection(kind, pictures).of(file, format);
    }
}
