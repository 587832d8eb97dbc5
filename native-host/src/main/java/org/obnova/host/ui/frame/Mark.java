// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import javax.swing.Icon;

/**
 * The product's mark, a key whose bow is a circular arrow: drawn from the path data of {@code mark.svg}, which a test holds equal.
 *
 * @param size of its side, in pixels
 */
record Mark(int size, Color colour) implements Icon {
    /** The side of the SVG's view box. */
    static final int SIDE = 128;

    static final String BOW =
            "M67.5 67.5 C59.1 75.9 46.5 78.3 35.6 73.6 C24.6 69.0 17.7 58.1 18.0 46.2 C18.3 34.4 25.8 23.9 37.0 19.8 C48.1 15.7 60.6 18.8 68.6 27.6";
    static final String SHAFT = "M67.5 67.5 L110 110 M92 92 L106 78 M110 110 L118 102";
    static final String HEAD = "M81.9 42.5 L79.1 15.4 L55.3 36.8 Z";

    private static final float STROKE = 13;
    private static final float EDGE = 4;

    /** The window's icons, in the sizes that desktops ask for. */
    static List<Image> icons() {
        return List.of(16, 24, 32, 48, 64, 128).stream().map(Mark::icon).toList();
    }

    /** One icon, in pixels. */
    static Image icon(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        new Mark(size, new Color(0x0A6570)).paint(graphics);
        graphics.dispose();
        return image;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(x, y);
        paint(own);
        own.dispose();
    }

    private void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale((double) size / SIDE, (double) size / SIDE);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path(BOW));
        graphics.draw(path(SHAFT));
        graphics.setStroke(new BasicStroke(EDGE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D head = path(HEAD);
        graphics.fill(head);
        graphics.draw(head);
    }

    /** Reads SVG path data of the commands M, L, C (one group of numbers each) and Z. */
    static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        for (String command : data.split("(?=[MLCZ])", -1)) {
            double[] numbers = numbers(command.substring(Math.min(1, command.length())));
            switch (command.isEmpty() ? ' ' : command.charAt(0)) {
                case 'M' -> path.moveTo(numbers[0], numbers[1]);
                case 'L' -> path.lineTo(numbers[0], numbers[1]);
                case 'C' -> path.curveTo(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
                case 'Z' -> path.closePath();
                default -> throw new IllegalArgumentException("path data");
            }
        }
        return path;
    }

    private static double[] numbers(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty()
                ? new double[0]
                : Arrays.stream(trimmed.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }
}
