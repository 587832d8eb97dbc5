// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Insets;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BoundedRangeModel;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;

/** A text that is shown whole, and whether its end was on the screen. */
public final class WholeText {
    /** The end counts as shown when no more than this is hidden, in pixels: less than half a line. */
    private static final int SLACK = 6;

    private final JTextArea area = new JTextArea();
    private final JScrollPane pane = new JScrollPane(
            area, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    private boolean ended;

    /**
     * @param name what a screen reader calls the text
     * @param scroll what it calls the scroll bar's buttons
     * @param onEnd run once, when the end was on the screen
     */
    public WholeText(String text, String name, String scroll, Runnable onEnd) {
        area.setText(text);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(Theme.font(Font.PLAIN, 1.08));
        area.setMargin(new Insets(Theme.px(12), Theme.px(14), Theme.px(12), Theme.px(14)));
        area.setBackground(Theme.raised());
        area.setCaretPosition(0);
        // Nothing is written here: a caret would only look like dirt on the text.
        area.setCaretColor(Theme.raised());
        area.getAccessibleContext().setAccessibleName(name);
        pane.setPreferredSize(new Dimension(Theme.px(640), Theme.px(300)));
        pane.getVerticalScrollBar().getModel().addChangeListener(event -> look(onEnd));
        // A short text never scrolls: it is looked at once it is on the screen.
        area.addHierarchyListener(event -> EventQueue.invokeLater(() -> look(onEnd)));
        name(pane.getVerticalScrollBar(), scroll);
        name(pane.getHorizontalScrollBar(), scroll);
        bind(KeyEvent.VK_END, bar -> bar.getMaximum());
        bind(KeyEvent.VK_HOME, bar -> 0);
        bind(KeyEvent.VK_PAGE_DOWN, bar -> bar.getValue() + page(bar));
        bind(KeyEvent.VK_PAGE_UP, bar -> bar.getValue() - page(bar));
        bind(KeyEvent.VK_SPACE, bar -> bar.getValue() + page(bar));
        bind(KeyEvent.VK_DOWN, bar -> bar.getValue() + 2 * bar.getUnitIncrement(1));
        bind(KeyEvent.VK_UP, bar -> bar.getValue() - 2 * bar.getUnitIncrement(1));
    }

    private static void name(JScrollBar bar, String name) {
        bar.getAccessibleContext().setAccessibleName(name);
        for (Component button : bar.getComponents()) {
            button.getAccessibleContext().setAccessibleName(name);
        }
    }

    private static int page(JScrollBar bar) {
        return bar.getVisibleAmount() * 9 / 10;
    }

    private interface Place {
        int in(JScrollBar bar);
    }

    private void bind(int key, Place place) {
        String name = "obnova-" + key;
        area.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), name);
        area.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                JScrollBar bar = pane.getVerticalScrollBar();
                bar.setValue(place.in(bar));
            }
        });
    }

    private void look(Runnable onEnd) {
        BoundedRangeModel model = pane.getVerticalScrollBar().getModel();
        boolean laidOut = area.isShowing() && model.getExtent() > 0;
        if (!ended && laidOut && model.getValue() + model.getExtent() >= model.getMaximum() - SLACK) {
            ended = true;
            onEnd.run();
        }
    }

    /** The text to which the keys belong. */
    public JTextArea area() {
        return area;
    }

    /** The text with its scroll bar. */
    public JScrollPane pane() {
        return pane;
    }

    /** Whether its end was on the screen. */
    public boolean ended() {
        return ended;
    }
}
