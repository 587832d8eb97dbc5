// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import org.jspecify.annotations.Nullable;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Theme;

/** One of several possibilities: a radio button with what is to be known of it beneath. A screen reader hears both as the button's name. */
final class Option extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int INDENT = 24;

    private final JRadioButton button;

    /**
     * @param about what is to be known of it
     * @param whyNot why it cannot be chosen, null when it can
     */
    Option(Caption caption, String about, @Nullable String whyNot, ButtonGroup group) {
        super(new BorderLayout());
        setBackground(Theme.raised());
        setBorder(Theme.card());
        String shown = whyNot == null ? about : whyNot;
        this.button = caption.on(new JRadioButton());
        button.setOpaque(false);
        button.setFont(Theme.font(Font.BOLD, 1));
        button.setEnabled(whyNot == null);
        button.getAccessibleContext().setAccessibleName(caption.text() + ", " + shown);
        group.add(button);
        Prose prose = new Prose(shown, Prose.WIDTH - 60).in(Theme.quiet());
        add(new Column().with(button, 0).inset(prose, 2, INDENT), BorderLayout.CENTER);
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
        prose.addMouseListener(click);
    }

    JRadioButton button() {
        return button;
    }
}
