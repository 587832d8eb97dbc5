// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The font OCR-B of Debian's package fonts-ocr-b: draws test passports, and is where the templates come from. */
final class OcrB {
    private static final Path FILE = Path.of("/usr/share/fonts/opentype/ocr-b/OCRB.otf");
    private static final int FINE = 8;

    private OcrB() {}

    static Font font() throws IOException {
        if (!Files.exists(FILE)) {
            throw new AssertionError("install the package fonts-ocr-b: " + FILE + " is missing");
        }
        try {
            return Font.createFont(Font.TRUETYPE_FONT, FILE.toFile());
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }

    /** In the size at which a character advances by that many pixels. */
    static Font ofPitch(double pitch) throws IOException {
        Font font = font().deriveFont(1000f);
        double advance = font.getStringBounds("0", new FontRenderContext(null, true, true))
                .getWidth();
        return font.deriveFont((float) (1000 * pitch / advance));
    }

    /** The templates as {@code ocr-b.txt} has them. */
    static String templates() throws IOException {
        StringBuilder text = new StringBuilder();
        int width = Templates.COLUMNS * FINE;
        int height = Templates.ROWS * FINE;
        Font font = ofPitch(width);
        for (char glyph : Templates.ALPHABET.toCharArray()) {
            BufferedImage cell = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = cell.createGraphics();
            pen.setColor(Color.WHITE);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setFont(font);
            double base = height * Templates.ABOVE / (Templates.ABOVE + Templates.BELOW);
            pen.drawString(String.valueOf(glyph), 0, (float) base);
            pen.dispose();
            text.append("# ").append(glyph).append('\n');
            for (int row = 0; row < Templates.ROWS; row++) {
                for (int column = 0; column < Templates.COLUMNS; column++) {
                    text.append(Character.forDigit(mean(cell, column, row), 16));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static int mean(BufferedImage cell, int column, int row) {
        int sum = 0;
        for (int y = 0; y < FINE; y++) {
            for (int x = 0; x < FINE; x++) {
                sum += cell.getRaster().getSample(column * FINE + x, row * FINE + y, 0);
            }
        }
        return Math.round(sum / (float) (FINE * FINE) / 17);
    }
}
