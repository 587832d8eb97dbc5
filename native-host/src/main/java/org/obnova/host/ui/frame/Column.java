// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Things one beneath the other, all of one width. */
public final class Column extends JPanel {
    private static final long serialVersionUID = 1L;

    private int rows;

    /** An empty column without a ground of its own. */
    public Column() {
        super(new GridBagLayout());
        setOpaque(false);
    }

    /**
     * Adds a thing beneath the others.
     *
     * @param gap above it, in pixels at the usual font size
     */
    public Column with(JComponent thing, int gap) {
        return put(thing, gap, 0, 0);
    }

    /** Adds a thing that is set in from the left. */
    public Column inset(JComponent thing, int gap, int left) {
        return put(thing, gap, left, 0);
    }

    /** Adds a thing that takes what height is left. */
    public Column growing(JComponent thing, int gap) {
        return put(thing, gap, 0, 1);
    }

    private Column put(JComponent thing, int gap, int left, double weight) {
        Insets insets = new Insets(Theme.px(gap), Theme.px(left), 0, 0);
        add(
                thing,
                new GridBagConstraints(
                        0,
                        rows++,
                        1,
                        1,
                        1,
                        weight,
                        GridBagConstraints.NORTHWEST,
                        GridBagConstraints.BOTH,
                        insets,
                        0,
                        0));
        return this;
    }
}
