// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A picture in shades of grey, as darkness: 0 is white, 1 is black. */
final class Grey {
    final int width;
    final int height;
    private final float[] dark;

    private Grey(int width, int height, float[] dark) {
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    static Grey of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        float[] dark = new float[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                int sum = 30 * (rgb >> 16 & 0xFF) + 59 * (rgb >> 8 & 0xFF) + 11 * (rgb & 0xFF);
                dark[y * width + x] = 1 - sum / 25_500f;
            }
        }
        return new Grey(width, height, dark);
    }

    float at(int x, int y) {
        return dark[y * width + x];
    }

    /** Between four points; outside it is white. */
    float at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
            return 0;
        }
        float right = (float) (x - left);
        float down = (float) (y - top);
        float above = at(left, top) * (1 - right) + at(left + 1, top) * right;
        float below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return above * (1 - down) + below * down;
    }

    /** Averages over squares of that side: noise and single specks go. */
    Grey smoothed(int radius) {
        float[] across = new float[dark.length];
        for (int y = 0; y < height; y++) {
            average(dark, across, y * width, 1, width, radius);
        }
        float[] both = new float[dark.length];
        for (int x = 0; x < width; x++) {
            average(across, both, x, width, height, radius);
        }
        return new Grey(width, height, both);
    }

    /** Half as wide and high. */
    Grey halved() {
        int w = width / 2;
        int h = height / 2;
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                small[y * w + x] =
                        (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
            }
        }
        return new Grey(w, h, small);
    }

    /** A picture turned about its middle, on white. */
    static BufferedImage turned(BufferedImage picture, double degrees) {
        double radians = Math.toRadians(degrees);
        double sin = Math.abs(Math.sin(radians));
        double cos = Math.abs(Math.cos(radians));
        int width = (int) Math.round(picture.getWidth() * cos + picture.getHeight() * sin);
        int height = (int) Math.round(picture.getWidth() * sin + picture.getHeight() * cos);
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform about = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        about.rotate(radians);
        about.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        pen.drawImage(picture, about, null);
        pen.dispose();
        return turned;
    }

    private static void average(float[] from, float[] to, int start, int step, int count, int radius) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, count); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            if (i + radius < count) {
                sum += from[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= from[start + (i - radius - 1) * step];
            }
            int members = Math.min(count - 1, i + radius) - Math.max(0, i - radius) + 1;
            to[start + i * step] = (float) (sum / members);
        }
    }
}
