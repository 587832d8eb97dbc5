// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Finds in the text: Ctrl+F leads here, Enter to the next place. */
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final JTextArea area;
    private final JTextField field = new JTextField(16);
    private final JLabel found = new JLabel(" ");

    FindBar(Words words, JTextArea area) {
        super(new BorderLayout(Theme.px(8), 0));
        this.words = words;
        this.area = area;
        setOpaque(false);
        add(words.caption("find").labelOf(field), BorderLayout.WEST);
        add(field, BorderLayout.CENTER);
        found.setForeground(Theme.quiet());
        found.getAccessibleContext().setAccessibleName(words.text("find.result"));
        found.setVisible(false);
        add(found, BorderLayout.EAST);
        field.addActionListener(event -> next());
        KeyStroke find = KeyStroke.getKeyStroke(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK);
        getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(find, "obnova-find");
        getActionMap().put("obnova-find", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                field.requestFocusInWindow();
                field.selectAll();
            }
        });
    }

    /** Selects the next place behind the present one, and begins again at the end. */
    private void next() {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            say(" ");
            return;
        }
        String text = area.getText().toLowerCase(Locale.ROOT);
        int at = text.indexOf(wanted, area.getSelectionEnd());
        at = at >= 0 ? at : text.indexOf(wanted);
        if (at < 0) {
            area.select(0, 0);
            say(words.text("find.none"));
            return;
        }
        area.select(at, at + wanted.length());
        area.getCaret().setSelectionVisible(true);
        say(words.text(
                "find.place",
                Map.of(
                        "n",
                        Long.toString(count(text, wanted, at)),
                        "all",
                        Long.toString(count(text, wanted, text.length())))));
    }

    /** How many places begin at or before an offset. */
    private static long count(String text, String wanted, int last) {
        long places = 0;
        for (int at = text.indexOf(wanted); at >= 0 && at <= last; at = text.indexOf(wanted, at + wanted.length())) {
            places++;
        }
        return places;
    }

    private void say(String what) {
        // Without a result the field is as wide as the text above.
        found.setVisible(!what.isBlank());
        found.setText(what);
        found.getAccessibleContext().setAccessibleName(words.text("find.result") + ": " + what);
    }
}
