// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BorderLayout;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** A line of text behind a sign. The sign is only drawn: for a screen reader the text says all. */
public final class Notice extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int INDENT = 26;

    private final Prose prose;
    private Sign sign;

    /** A warning takes the colour of warnings, too. */
    public Notice(Sign sign, String text) {
        super(new BorderLayout());
        this.sign = sign;
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(0, Theme.px(INDENT), 0, 0));
        this.prose = new Prose(text, Prose.WIDTH - INDENT);
        add(sign == Sign.WARNING ? prose.in(Theme.warning()) : prose, BorderLayout.CENTER);
    }

    /** Says something else behind another sign, in the same colour. */
    public void say(Sign now, String text) {
        sign = now;
        prose.say(text);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        sign.paintIcon(this, graphics, 0, 0);
    }
}
