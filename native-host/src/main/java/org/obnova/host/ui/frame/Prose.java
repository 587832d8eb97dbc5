// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JPanel;
import javax.swing.plaf.basic.BasicGraphicsUtils;

/**
 * Text that wraps, to be read. Drawn by ourselves: a label would need HTML for it, whose parser costs more than the window, and a text area costs
 * five times as much.
 */
public final class Prose extends JPanel {
    private static final long serialVersionUID = 1L;

    /** The width of the windows' text, in pixels at the usual font size. */
    public static final int WIDTH = 540;

    private final int width;
    private String text;

    /** Ordinary text in the usual width. */
    public Prose(String text) {
        this(text, WIDTH);
    }

    /**
     * @param width in pixels at the usual font size
     */
    public Prose(String text, int width) {
        super(null);
        this.width = Theme.px(width);
        this.text = text;
        setOpaque(false);
        setFont(Theme.font(Font.PLAIN, 1));
        getAccessibleContext().setAccessibleName(text);
    }

    /** Says something else. */
    public void say(String now) {
        if (!now.equals(text)) {
            text = now;
            getAccessibleContext().setAccessibleName(now);
            revalidate();
            repaint();
        }
    }

    /** What it says. */
    public String text() {
        return text;
    }

    /** In this style and size, relative to the usual. */
    public Prose as(int style, double factor) {
        setFont(Theme.font(style, factor));
        return this;
    }

    /** In this colour. */
    public Prose in(Color colour) {
        setForeground(colour);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(getFont());
        return new Dimension(width, lines(metrics, width).size() * metrics.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        FontMetrics metrics = getFontMetrics(getFont());
        graphics.setFont(getFont());
        graphics.setColor(getForeground());
        int y = metrics.getAscent();
        for (String line : lines(metrics, Math.max(1, getWidth()))) {
            BasicGraphicsUtils.drawString(this, (Graphics2D) graphics, line, 0, y);
            y += metrics.getHeight();
        }
    }

    /** Breaks at spaces, and within a word only where it is longer than the line. */
    private List<String> lines(FontMetrics metrics, int available) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (metrics.stringWidth(rest) > available && rest.length() > 1) {
            int fits = fitting(metrics, rest, available);
            int space = rest.lastIndexOf(' ', fits);
            lines.add(rest.substring(0, space > 0 ? space : fits));
            rest = rest.substring(space > 0 ? space + 1 : fits);
        }
        lines.add(rest);
        return lines;
    }

    private static int fitting(FontMetrics metrics, String line, int available) {
        int fits = 1;
        int taken = metrics.charWidth(line.charAt(0));
        while (fits < line.length() && taken + metrics.charWidth(line.charAt(fits)) <= available) {
            taken += metrics.charWidth(line.charAt(fits));
            fits++;
        }
        return fits;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJPanel() {
                private static final long serialVersionUID = 1L;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }
            };
        }
        return accessibleContext;
    }
}
