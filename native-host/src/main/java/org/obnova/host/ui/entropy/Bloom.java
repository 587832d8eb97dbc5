// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.entropy;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import org.obnova.host.ui.frame.Theme;

/**
 * A flower head that grows by one seed with each event, in the golden angle: calm, and it answers at once. Its form follows from the number of
 * events alone, so that a picture of the screen says nothing of what was gathered.
 */
final class Bloom extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    /** The head is full of so many seeds; more of them lie closer. */
    private static final int ROOM = 200;

    private static final int MOST = 1200;
    private static final int FRESH = 14;

    private int seeds;

    Bloom() {
        setOpaque(true);
        setFocusable(true);
        setBackground(Theme.raised());
        setPreferredSize(new Dimension(Theme.px(540), Theme.px(250)));
        setBorder(BorderFactory.createLineBorder(Theme.line()));
    }

    /** Grows by one seed. */
    void grow() {
        seeds = Math.min(MOST, seeds + 1);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        Graphics2D own = (Graphics2D) graphics.create();
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double rim = 0.47 * getHeight();
        own.setColor(Theme.line());
        own.draw(new Ellipse2D.Double(getWidth() / 2.0 - rim, getHeight() / 2.0 - rim, 2 * rim, 2 * rim));
        double spread = 0.45 * getHeight() / Math.sqrt(Math.max(ROOM, seeds));
        for (int i = 0; i < seeds; i++) {
            paintSeed(own, i, spread);
        }
        if (isFocusOwner()) {
            own.setColor(Theme.accent());
            own.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
        }
        own.dispose();
    }

    private void paintSeed(Graphics2D graphics, int number, double spread) {
        double radius = spread * Math.sqrt(number + 0.5);
        double angle = number * GOLDEN_ANGLE;
        int age = seeds - 1 - number;
        double size = spread * (age < FRESH ? 1.05 + 0.5 * (FRESH - age) / FRESH : 1.05);
        double x = getWidth() / 2.0 + radius * Math.cos(angle);
        double y = getHeight() / 2.0 + radius * Math.sin(angle);
        graphics.setColor(colour((double) number / Math.max(ROOM, seeds), age));
        graphics.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    }

    /** From the warm colour in the middle to the product's at the rim. */
    private static Color colour(double part, int age) {
        Color from = Theme.warm();
        Color to = Theme.accent();
        double mix = Math.min(1, part * 1.6);
        int alpha = age < FRESH ? 255 : 205;
        return new Color(
                mix(from.getRed(), to.getRed(), mix),
                mix(from.getGreen(), to.getGreen(), mix),
                mix(from.getBlue(), to.getBlue(), mix),
                alpha);
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.CANVAS;
                }
            };
        }
        return accessibleContext;
    }
}
