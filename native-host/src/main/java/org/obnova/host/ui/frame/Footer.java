// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Component;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;

/** The bottom: what happens next, the keys, and the buttons. */
final class Footer<T> {
    private final Column panel = new Column();
    private final Prose next;
    private final List<JButton> acting = new ArrayList<>();
    private final List<JButton> all = new ArrayList<>();
    private final Sheet<T> sheet;
    private final List<Choice<T>> choices;

    Footer(Sheet<T> sheet, Consumer<Choice<T>> press) {
        this.sheet = sheet;
        this.choices = sheet.choices();
        this.next = new Prose(sheet.next()).in(Theme.quiet());
        panel.setBorder(BorderFactory.createEmptyBorder(0, Theme.px(24), Theme.px(20), Theme.px(24)));
        JPanel row = new JPanel();
        row.setOpaque(false);
        row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
        for (Choice<T> choice : choices) {
            if (!all.isEmpty()) {
                row.add(all.size() == 1 ? Box.createHorizontalGlue() : Box.createHorizontalStrut(Theme.px(10)));
            }
            row.add(button(choice, press));
        }
        if (choices.getLast().acts()) {
            Theme.emphasise(all.getLast());
        }
        panel.with(next, 0)
                .with(new Prose(keys()).as(Font.PLAIN, 0.9).in(Theme.quiet()), 6)
                .with(row, 14);
    }

    private JButton button(Choice<T> choice, Consumer<Choice<T>> press) {
        // Where all keys are the content's, the window's own keys are left out: only the pointer and Esc press.
        Caption caption = sheet.takesAllKeys() ? new Caption(choice.caption().text(), -1) : choice.caption();
        JButton button = caption.on(new JButton());
        button.addActionListener(event -> press.accept(choice));
        button.setFocusable(!sheet.takesAllKeys());
        all.add(button);
        if (choice.acts()) {
            acting.add(button);
        }
        return button;
    }

    /** Says the keys that always work. */
    private String keys() {
        String escape = choices.getFirst().caption().text();
        String act = choices.getLast().caption().text();
        return choices.size() == 1
                ? sheet.words().text("keys.escape", Map.of("escape", escape))
                : sheet.words().text("keys", Map.of("escape", escape, "act", act));
    }

    /** Lets the acting buttons be pressed, or not; says what happens next, or what is missing. */
    void refresh(BooleanSupplier hears) {
        String missing = sheet.gate().missing();
        acting.forEach(button -> button.setEnabled(missing == null && hears.getAsBoolean()));
        next.say(missing == null ? sheet.next() : missing);
    }

    Component component() {
        return panel;
    }

    JButton safe() {
        return all.getFirst();
    }

    JButton last() {
        return all.getLast();
    }
}
