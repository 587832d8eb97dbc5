// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** A PDF: open, of few pages, without anything that acts, its scans with enough dots an inch, and each page drawn once. */
final class PdfInspection {
    private static final float POINTS_PER_INCH = 72;

    /** The largest page that is drawn, in points along one side: A0. */
    private static final float LARGEST_SIDE = 3371;

    private final UploadKind kind;
    private final PagePictures pictures;

    PdfInspection(UploadKind kind, PagePictures pictures) {
        this.kind = kind;
        this.pictures = pictures;
    }

    Findings of(Path file) {
        try (RandomAccessReadBufferedFile source = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(source, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new Problem(ProblemCode.UPLOAD_PROTECTED, "encrypted");
            }
            checkPages(document.getNumberOfPages());
            ActiveContent.refuse(document.getDocument());
            Integer dpi = null;
            for (PDPage page : document.getPages()) {
                dpi = smaller(dpi, ScanResolution.of(page));
            }
            if (dpi != null && dpi < UploadKind.LEAST_DPI) {
                throw new Problem(ProblemCode.UPLOAD_RESOLUTION, "a scan", Map.of("found", String.valueOf(dpi)), null);
            }
            draw(document);
            return new Findings(document.getNumberOfPages(), dpi, pictures.made());
        } catch (InvalidPasswordException e) {
            throw new Problem(ProblemCode.UPLOAD_PROTECTED, "password", e);
        } catch (IOException e) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "unreadable PDF", e);
        }
    }

    static void checkPages(int pages) {
        if (pages < 1) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "no page");
        }
        if (pages > UploadKind.MOST_PAGES) {
            throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "pages");
        }
    }

    /** Every page, so that a broken one is found now and not by the operator. */
    private void draw(PDDocument document) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        for (int number = 0; number < document.getNumberOfPages(); number++) {
            PDPage page = document.getPage(number);
            float side =
                    Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
            if (!(side > 0) || side > LARGEST_SIDE) {
                throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "page of " + kind);
            }
            BufferedImage image = renderer.renderImage(
                    number,
                    Math.min(2 * POINTS_PER_INCH, PagePictures.LONG_SIDE / side * POINTS_PER_INCH) / POINTS_PER_INCH,
                    ImageType.RGB);
            if (!pictures.full()) {
                pictures.add(image);
            }
        }
    }

    private static @Nullable Integer smaller(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
    }
}
