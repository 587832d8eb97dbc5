// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.awt.BorderLayout;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Theme;

/** One medium: a radio button with its name, and what is to be known of it. */
final class MediumCard extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int INDENT = 24;
    private static final int WIDTH = Prose.WIDTH - 60;

    private final JRadioButton button;
    private final Prose state = new Prose("", WIDTH).in(Theme.quiet());
    private final Prose more = new Prose("", WIDTH).in(Theme.quiet());
    private final Column lines = new Column();
    private transient Shown.Medium medium;
    private final int number;
    private boolean present;

    /**
     * @param number from 1: with Alt it selects the medium, up to 9
     */
    MediumCard(Shown.Medium medium, int number) {
        super(new BorderLayout());
        this.medium = medium;
        this.number = number;
        setBackground(Theme.raised());
        setBorder(Theme.card());
        String text = number <= 9 ? "&" + number + "  " + medium.name() : medium.name();
        this.button = Caption.of(text).on(new JRadioButton());
        button.setOpaque(false);
        button.setFont(Theme.font(Font.BOLD, 1));
        lines.at(0, button, 0, 0).at(1, state, 2, INDENT);
        add(lines, BorderLayout.CENTER);
        MouseAdapter click = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (button.isEnabled()) {
                    button.setSelected(true);
                    button.requestFocusInWindow();
                }
            }
        };
        addMouseListener(click);
        state.addMouseListener(click);
        more.addMouseListener(click);
    }

    JRadioButton button() {
        return button;
    }

    int number() {
        return number;
    }

    Shown.Medium medium() {
        return medium;
    }

    boolean canBeChosen() {
        return present && medium.usable();
    }

    /** The medium is there (again). */
    void enter(ButtonGroup group) {
        group.add(button);
        present = true;
    }

    /** The medium is gone. */
    void leave(ButtonGroup group) {
        deselect(group);
        group.remove(button);
        present = false;
    }

    /** Says what the medium is like now. */
    void say(Shown.Medium now, ButtonGroup group) {
        medium = now;
        state.say(now.state());
        lines.remove(more);
        if (!now.more().isEmpty()) {
            more.say(String.join(" ", now.more()));
            lines.at(2, more, 2, INDENT);
        }
        if (!now.usable()) {
            deselect(group);
        }
        button.setEnabled(now.usable());
        button.getAccessibleContext().setAccessibleName(now.name() + ", " + now.about());
        setCursor(Cursor.getPredefinedCursor(now.usable() ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    private void deselect(ButtonGroup group) {
        if (button.isSelected()) {
            group.clearSelection();
        }
    }
}
