// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Component;
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
        return put(rows, thing, gap, 0, 0);
    }

    /** Adds a thing that is set in from the left. */
    public Column inset(JComponent thing, int gap, int left) {
        return put(rows, thing, gap, left, 0);
    }

    /** Adds a thing that takes what height is left. */
    public Column growing(JComponent thing, int gap) {
        return put(rows, thing, gap, 0, 1);
    }

    /**
     * Puts a thing into a row of its own that stays free while it is not there.
     *
     * @param row from 0
     */
    public Column at(int row, JComponent thing, int gap, int left) {
        return put(row, thing, gap, left, 0);
    }

    private Column put(int row, JComponent thing, int gap, int left, double weight) {
        rows = Math.max(rows, row + 1);
        Insets insets = new Insets(Theme.px(gap), Theme.px(left), 0, 0);
        add(
                thing,
                new GridBagConstraints(
                        0, row, 1, 1, 1, weight, GridBagConstraints.NORTHWEST, GridBagConstraints.BOTH, insets, 0, 0),
                above(row));
        return this;
    }

    /** How many things lie above a row: in this order a screen reader meets them. */
    private int above(int row) {
        GridBagLayout layout = (GridBagLayout) getLayout();
        int above = 0;
        for (Component each : getComponents()) {
            above += layout.getConstraints(each).gridy < row ? 1 : 0;
        }
        return above;
    }
}
