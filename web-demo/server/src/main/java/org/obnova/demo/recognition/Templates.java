// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the characters of a machine-readable zone look like: OCR-B (ISO 1073-2), each in a cell as wide as the pitch. The cell reaches from
 * {@link #ABOVE} pitches above the base line to {@link #BELOW} beneath it.
 */
final class Templates {
    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    static final int COLUMNS = 20;
    static final int ROWS = 24;
    static final double ABOVE = 1.1;
    static final double BELOW = 0.1;

    /** Each with mean 0 and length 1, so that a product is a correlation. */
    private final List<float[]> shapes;

    private Templates(List<float[]> shapes) {
        this.shapes = shapes;
    }

    /** The ones in {@code ocr-b.txt}: 37 blocks of 24 lines of 20 hex digits, 0 is white. */
    static Templates bundled() {
        List<float[]> shapes = new ArrayList<>();
        try (InputStream file = Templates.class.getResourceAsStream("ocr-b.txt")) {
            if (file == null) {
                throw new IllegalStateException("ocr-b.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII));
            for (int glyph = 0; glyph < ALPHABET.length(); glyph++) {
                shapes.add(normal(read(lines)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ocr-b.txt cannot be read", e);
        }
        return new Templates(shapes);
    }

    /** How much a cell, made {@link #normal}, looks like a character: -1 to 1. */
    double likeness(float[] cell, int character) {
        float[] shape = shapes.get(character);
        float product = 0;
        for (int i = 0; i < shape.length; i++) {
            product += shape[i] * cell[i];
        }
        return product;
    }

    /** The same with mean 0 and length 1; an even one becomes nothing. */
    static float[] normal(float[] cell) {
        double mean = 0;
        for (float value : cell) {
            mean += value;
        }
        mean /= cell.length;
        double square = 0;
        for (float value : cell) {
            square += (value - mean) * (value - mean);
        }
        double length = Math.sqrt(square);
        float[] normal = new float[cell.length];
        if (length < 1e-6) {
            return normal;
        }
        for (int i = 0; i < cell.length; i++) {
            normal[i] = (float) ((cell[i] - mean) / length);
        }
        return normal;
    }

    private static float[] read(BufferedReader lines) throws IOException {
        float[] cell = new float[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; ) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("ocr-b.txt ends too early");
            }
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            for (int column = 0; column < COLUMNS; column++) {
                cell[row * COLUMNS + column] = Character.digit(line.charAt(column), 16) / 15f;
            }
            row++;
        }
        return cell;
    }
}
