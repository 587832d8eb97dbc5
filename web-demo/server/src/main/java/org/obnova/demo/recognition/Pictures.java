// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pictures in a file, none larger than is of use. */
final class Pictures {
    /** A4 at 250 dpi. */
    private static final int LONGEST_SIDE = 2900;
    /** More pixels than any camera has are no photo. */
    private static final long MOST_PIXELS = 200_000_000;

    private static final int MOST_PAGES = 3;
    private static final double POINTS = 72;
    private static final double DPI = 250;
    /** As where documents are uploaded: what libheif may use up of memory. */
    private static final String ADDRESS_SPACE = "--as=1500000000";

    private static final Duration CONVERSION = Duration.ofSeconds(15);

    private final List<Path> programs;
    private final Path folder;

    /**
     * @param programs folders of programs, as of PATH
     * @param folder for files in between
     */
    Pictures(List<Path> programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /**
     * The first pages.
     *
     * @throws IOException for what is no picture
     */
    List<BufferedImage> of(Path file) throws IOException {
        byte[] head = new byte[16];
        int length;
        try (var in = Files.newInputStream(file)) {
            length = in.readNBytes(head, 0, head.length);
        }
        String start = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return pages(file);
        }
        return images(start.startsWith("ftyp", 4) ? converted(file) : file);
    }

    private static List<BufferedImage> pages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                PDRectangle size = document.getPage(page).getCropBox();
                double inches = Math.max(size.getWidth(), size.getHeight()) / POINTS;
                double dpi = Math.min(DPI, LONGEST_SIDE / Math.max(1, inches));
                pages.add(renderer.renderImageWithDPI(page, (float) dpi, ImageType.RGB));
            }
            return pages;
        }
    }

    private static List<BufferedImage> images(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                List<BufferedImage> pages = new ArrayList<>();
                for (int page = 0; page < Math.min(MOST_PAGES, reader.getNumImages(true)); page++) {
                    pages.add(read(reader, page));
                }
                return pages;
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, int page) throws IOException {
        long width = reader.getWidth(page);
        long height = reader.getHeight(page);
        if (width * height > MOST_PIXELS) {
            throw new IOException("too many pixels");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / LONGEST_SIDE);
        how.setSourceSubsampling(step, step, 0, 0);
        return fitting(reader.read(page, how));
    }

    /** On white, in plain colours, not larger than is of use. */
    private static BufferedImage fitting(BufferedImage picture) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage fitting = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = fitting.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return fitting;
    }

    private Path converted(Path heic) throws IOException {
        Path jpeg = folder.resolve("converted.jpg");
        ProcessBuilder builder = new ProcessBuilder(
                        program("prlimit"), ADDRESS_SPACE, program("heif-convert"), heic.toString(), jpeg.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(CONVERSION.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IOException("heif-convert gave up");
            }
            return jpeg;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private String program(String name) throws IOException {
        return programs.stream()
                .map(one -> one.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name))
                .toString();
    }
}
