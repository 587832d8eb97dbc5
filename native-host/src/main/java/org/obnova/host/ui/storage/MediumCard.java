// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.awt.BorderLayout;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Theme;

/** One medium: a radio button with its name, and a line about it. */
final class MediumCard extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JRadioButton button;

    /**
     * @param number from 1: with Alt it selects the medium, up to 9
     */
    MediumCard(String name, String about, int number, boolean usable) {
        super(new BorderLayout());
        setBackground(Theme.raised());
        setBorder(Theme.card());
        String text = number <= 9 ? "&" + number + "  " + name : name;
        this.button = Caption.of(text).on(new JRadioButton());
        button.setOpaque(false);
        button.setFont(Theme.font(Font.BOLD, 1));
        button.setEnabled(usable);
        button.getAccessibleContext().setAccessibleName(name + ", " + about);
        Prose line = new Prose(about, Prose.WIDTH - 60).in(Theme.quiet());
        add(new Column().with(button, 0).inset(line, 2, 24), BorderLayout.CENTER);
        if (usable) {
            MouseAdapter click = new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent event) {
                    button.setSelected(true);
                    button.requestFocusInWindow();
                }
            };
            addMouseListener(click);
            line.addMouseListener(click);
            setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        }
    }

    JRadioButton button() {
        return button;
    }
}
