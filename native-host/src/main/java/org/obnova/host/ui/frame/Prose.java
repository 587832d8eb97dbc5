// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** Text that wraps, to be read. A label would need HTML for it, whose parser costs more than the window. */
public final class Prose extends JTextArea {
    private static final long serialVersionUID = 1L;

    /** The width of the windows' text, in pixels at the usual font size. */
    public static final int WIDTH = 540;

    /** Ordinary text in the usual width. */
    public Prose(String text) {
        this(text, WIDTH);
    }

    /**
     * @param width in pixels at the usual font size
     */
    public Prose(String text, int width) {
        super(text);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setBorder(BorderFactory.createEmptyBorder());
        setMargin(null);
        setFont(Theme.font(Font.PLAIN, 1));
        setSize(Theme.px(width), Short.MAX_VALUE);
        getAccessibleContext().setAccessibleName(text);
    }

    /** Says something else. */
    public void say(String text) {
        if (!text.equals(getText())) {
            setText(text);
            getAccessibleContext().setAccessibleName(text);
        }
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
}
