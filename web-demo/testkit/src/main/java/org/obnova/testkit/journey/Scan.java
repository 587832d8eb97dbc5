// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A page as a scanner makes it, with lines instead of anybody's data: good enough for the checks of an upload, no document of a person. */
public final class Scan {
    /** A4 at this resolution, within the 200 to 400 dpi that the CA asks for. */
    private static final int DPI = 300;

    private static final int WIDTH = 1750;
    private static final int HEIGHT = 2400;

    /** JFIF 1.02: the density's unit stands in octet 13 of the file, the densities in 14 to 17, highest octet first. */
    private static final int DENSITY = 13;

    private static final int LINES = 20;

    private Scan() {}

    /** Writes one as JPEG and returns where. */
    public static Path into(Path file) throws IOException {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLUE);
        for (int line = 1; line < LINES; line++) {
            pen.fillRect(WIDTH / 10, line * HEIGHT / LINES, WIDTH * 8 / 10, HEIGHT / 200);
        }
        pen.dispose();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        if (!ImageIO.write(page, "jpg", written)) {
            throw new IOException("this Java writes no JPEG");
        }
        byte[] jpeg = written.toByteArray();
        jpeg[DENSITY] = 1; // dots per inch
        jpeg[DENSITY + 1] = DPI >> 8;
        jpeg[DENSITY + 2] = DPI & 0xff;
        jpeg[DENSITY + 3] = DPI >> 8;
        jpeg[DENSITY + 4] = DPI & 0xff;
        return Files.write(file, jpeg);
    }
}
