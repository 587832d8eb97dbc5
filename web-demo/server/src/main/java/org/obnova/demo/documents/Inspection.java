// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The inspection itself; it runs in the process of {@link InspectionProcess}. */
final class Inspection implements Inspector {
    @Override
    public Findings inspect(Path file, FileFormat format, UploadKind kind, Path folder) {
        PagePictures pictures = new PagePictures(folder);
        if (format == FileFormat.XML) {
            try (InputStream xml = Files.newInputStream(file)) {
                PowerOfAttorney.read(xml);
            } catch (IOException e) {
                throw new UncheckedIOException("the document's file", e);
            }
            return new Findings(1, null, 0);
        }
        if (format == FileFormat.PDF) {
            return new PdfInspection(kind, pictures).of(file);
        }
        return new PictureInspection(kind, pictures).of(file, format);
    }
}
