// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.BorderLayout;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.beans.PropertyChangeListener;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.border.Border;

/** The content between band and bottom. Where the screen is too low for the window, it scrolls, and follows the keyboard. */
final class Middle extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 24;
    private static final String FOCUS = "permanentFocusOwner";

    private final JComponent content;
    private final PropertyChangeListener follow = event -> {
        if (event.getNewValue() instanceof JComponent focused) {
            reveal(focused);
        }
    };
    private boolean scrolls;

    /**
     * @param fills whether the content takes all the room there is
     */
    Middle(JComponent content, boolean fills) {
        super(new BorderLayout());
        this.content = content;
        setOpaque(false);
        setBorder(margins(Theme.px(MARGIN)));
        add(content, fills ? BorderLayout.CENTER : BorderLayout.NORTH);
    }

    /**
     * Begins to scroll when the window wants to be higher than what there is.
     *
     * @param screen the height that there is, in pixels
     * @param wanted the height of the whole window
     */
    void showWithin(int screen, int wanted) {
        if (wanted <= screen || scrolls) {
            return;
        }
        scrolls = true;
        remove(content);
        JPanel top = new JPanel(new BorderLayout());
        top.setOpaque(false);
        top.add(content, BorderLayout.NORTH);
        JScrollPane pane = new JScrollPane(
                top, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setOpaque(false);
        pane.getViewport().setOpaque(false);
        pane.getVerticalScrollBar().setUnitIncrement(Theme.px(16));
        pane.getVerticalScrollBar().setFocusable(false);
        // The bar lies in the margin: the content keeps its width.
        int bar = Math.min(Theme.px(MARGIN), pane.getVerticalScrollBar().getPreferredSize().width);
        setBorder(margins(Theme.px(MARGIN) - bar));
        add(pane, BorderLayout.CENTER);
    }

    private static Border margins(int right) {
        return BorderFactory.createEmptyBorder(Theme.px(20), Theme.px(MARGIN), Theme.px(18), right);
    }

    private void reveal(JComponent focused) {
        if (scrolls && SwingUtilities.isDescendingFrom(focused, content)) {
            int room = Theme.px(12);
            focused.scrollRectToVisible(new Rectangle(0, -room, focused.getWidth(), focused.getHeight() + 2 * room));
        }
    }

    @Override
    public void addNotify() {
        super.addNotify();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener(FOCUS, follow);
    }

    @Override
    public void removeNotify() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removePropertyChangeListener(FOCUS, follow);
        super.removeNotify();
    }
}
