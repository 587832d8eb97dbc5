// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.w3c.dom.Node;

/** Files as scanners and phones make them, and as they do not. */
public final class Scans {
    private Scans() {}

    /** A page with lines on it. */
    public static BufferedImage page(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLUE);
        for (int line = 1; line < 20; line++) {
            pen.fillRect(width / 10, line * height / 20, width * 8 / 10, Math.max(1, height / 200));
        }
        pen.dispose();
        return image;
    }

    /** In a format of ImageIO that says nothing of its resolution. */
    public static byte[] written(String format, int width, int height) {
        return bytes(out -> {
            if (!ImageIO.write(page(width, height), format, out)) {
                throw new IOException("no writer for " + format);
            }
        });
    }

    /** A JPEG whose JFIF header says the resolution. */
    public static byte[] jpeg(int width, int height, int dpi) {
        byte[] file = written("jpg", width, height);
        // JFIF: FFD8 FFE0 length(2) "JFIF\0" version(2) unit(1) x(2) y(2)
        file[13] = 1;
        file[14] = (byte) (dpi >> 8);
        file[15] = (byte) dpi;
        file[16] = (byte) (dpi >> 8);
        file[17] = (byte) dpi;
        return file;
    }

    /** A PNG whose pHYs chunk says the resolution. */
    public static byte[] png(int width, int height, int dpi) {
        return bytes(out -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            BufferedImage image = page(width, height);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            IIOMetadataNode physical = new IIOMetadataNode("pHYs");
            String perMetre = String.valueOf(Math.round(dpi / 0.0254));
            physical.setAttribute("pixelsPerUnitXAxis", perMetre);
            physical.setAttribute("pixelsPerUnitYAxis", perMetre);
            physical.setAttribute("unitSpecifier", "meter");
            Node root = metadata.getAsTree("javax_imageio_png_1.0");
            root.appendChild(physical);
            metadata.setFromTree("javax_imageio_png_1.0", root);
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(new IIOImage(image, null, metadata));
            }
        });
    }

    /** A TIFF of several pages. */
    public static byte[] tiff(int pages, int width, int height) {
        return bytes(out -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("tif").next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.prepareWriteSequence(null);
                for (int page = 0; page < pages; page++) {
                    writer.writeToSequence(new IIOImage(page(width, height), null, null), null);
                }
                writer.endWriteSequence();
            }
        });
    }

    /** A PDF of scans: A4 pages with one picture all over each. */
    public static byte[] pdf(int pages, int dpi) {
        return pdf(document -> {
            for (int number = 0; number < pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                var scan = LosslessFactory.createFromImage(
                        document, page((int) (PDRectangle.A4.getWidth() / 72 * dpi), (int)
                                (PDRectangle.A4.getHeight() / 72 * dpi)));
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(scan, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
        });
    }

    /** A PDF of blank pages. */
    public static byte[] blank(int pages) {
        return pdf(document -> {
            for (int number = 0; number < pages; number++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
        });
    }

    /** A PDF that nobody may open without a password. */
    public static byte[] locked(String password) {
        return pdf(document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        });
    }

    /** A PDF that is made by hand. */
    public static byte[] pdf(PdfMaker maker) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                maker.fill(document);
                document.save(out);
            }
        });
    }

    /** Both, one behind the other. */
    public static byte[] joined(byte[]... parts) {
        return bytes(out -> {
            for (byte[] part : List.of(parts)) {
                out.write(part);
            }
        });
    }

    public static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    /** Fills a PDF. */
    @FunctionalInterface
    public interface PdfMaker {
        void fill(PDDocument document) throws IOException;
    }
}
