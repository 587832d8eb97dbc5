// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** A small drawn sign before a line of text, of one form for each meaning: the form says it, the colour only helps. */
public enum Sign implements Icon {
    CHECK("M3 9 L7 13 L14 4"),
    CROSS("M4 4 L13 13 M13 4 L4 13"),
    WARNING("M8.5 2 L16 15 L1 15 Z M8.5 7 L8.5 10.5 M8.5 12.7 L8.5 12.8"),
    /** What goes on now. */
    RUNNING("M5 3 L14 8.5 L5 14 Z"),
    /** What is still to come. */
    AHEAD("M4 8.5 L13 8.5");

    private static final int SIDE = 17;

    private final String data;

    Sign(String data) {
        this.data = data;
    }

    private Color colour() {
        return switch (this) {
            case CHECK, RUNNING -> Theme.accent();
            case CROSS, AHEAD -> Theme.quiet();
            case WARNING -> Theme.warning();
        };
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Path2D path = Mark.path(data);
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(x, y);
        own.scale((double) getIconWidth() / SIDE, (double) getIconHeight() / SIDE);
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        own.setColor(colour());
        own.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        own.draw(path);
        own.dispose();
    }

    @Override
    public int getIconWidth() {
        return Theme.px(SIDE);
    }

    @Override
    public int getIconHeight() {
        return Theme.px(SIDE);
    }
}
