// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** A picture: its size is read before its pixels, every pixel is decoded, and each page of a TIFF is a page. */
final class PictureInspection {
    /** A page of A4 at 400 dots an inch has 15 million; cameras of phones make up to 50. */
    private static final long MOST_PIXELS = 60_000_000;

    private final UploadKind kind;
    private final PagePictures pictures;

    PictureInspection(UploadKind kind, PagePictures pictures) {
        this.kind = kind;
        this.pictures = pictures;
    }

    Findings of(Path file, FileFormat format) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.extension());
            if (stream == null || !readers.hasNext()) {
                throw new Problem(ProblemCode.UPLOAD_DAMAGED, "no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                int pages = format == FileFormat.TIFF ? reader.getNumImages(true) : 1;
                PdfInspection.checkPages(pages);
                for (int page = 0; page < pages; page++) {
                    read(reader, page);
                }
                if (format == FileFormat.JPEG && !endsAsJpeg(file)) {
                    throw new Problem(ProblemCode.UPLOAD_DAMAGED, "the picture breaks off");
                }
                Integer declared = Resolution.declared(file);
                Resolution.check(declared);
                return new Findings(pages, declared, pictures.made());
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "unreadable picture", e);
        }
    }

    private void read(ImageReader reader, int page) throws IOException {
        int width = reader.getWidth(page);
        int height = reader.getHeight(page);
        if ((long) width * height > MOST_PIXELS) {
            throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "pixels");
        }
        Resolution.checkPixels(kind.page(), width, height);
        BufferedImage image = reader.read(page, sampled(reader, Math.max(width, height)));
        if (!pictures.full()) {
            pictures.add(image);
        }
    }

    /** Decodes all, and keeps as few pixels as the preview needs. */
    private static @Nullable ImageReadParam sampled(ImageReader reader, int longSide) {
        int step = longSide / PagePictures.LONG_SIDE;
        if (step < 2) {
            return null;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** The decoder forgives a missing end and paints the rest grey (end of image: ISO/IEC 10918-1, B.1.1.3). */
    private static boolean endsAsJpeg(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = bytes.length - 2; at > 0; at--) {
            if ((bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == 0xD9) {
                return true;
            }
        }
        return false;
    }
}
