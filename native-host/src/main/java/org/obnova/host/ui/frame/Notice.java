// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BorderLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** A line of text behind a sign. */
public final class Notice extends JPanel {
    private static final long serialVersionUID = 1L;

    /** A warning takes the colour of warnings, too. */
    public Notice(Sign sign, String text) {
        super(new BorderLayout(Theme.px(9), 0));
        setOpaque(false);
        JLabel picture = new JLabel(sign);
        picture.setVerticalAlignment(SwingConstants.TOP);
        picture.getAccessibleContext().setAccessibleName("");
        add(picture, BorderLayout.WEST);
        Prose prose = new Prose(text, Prose.WIDTH - 26);
        add(sign == Sign.WARNING ? prose.in(Theme.warning()) : prose, BorderLayout.CENTER);
    }
}
