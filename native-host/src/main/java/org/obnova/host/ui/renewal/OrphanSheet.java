// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.renewal;

import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.OrphanPrompt.Answer;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Keys that lie at hand without a certificate, as radio buttons, and beneath them a new key. One that was made for this application is selected at first. */
final class OrphanSheet implements Sheet<Answer> {
    private static final int INDENT = 24;

    private final Words words;
    private final List<Row> rows;
    private final List<JRadioButton> buttons;
    private final JRadioButton fresh;
    private final Column content = new Column();
    private final Gate gate = new Gate();

    /**
     * One key.
     *
     * @param name what its container is called
     * @param medium where it lies
     */
    record Row(OrphanKey key, String name, String medium) {
        boolean isOnRecord() {
            return key.application() != null;
        }
    }

    OrphanSheet(Language language, List<Row> rows) {
        this.words = Words.beside(OrphanSheet.class, language);
        this.rows = rows;
        this.buttons = rows.stream().map(row -> new JRadioButton()).toList();
        this.fresh = words.caption("orphan.fresh").on(new JRadioButton());
        content.with(new Prose(words.text(rows.size() == 1 ? "orphan.what" : "orphan.several")), 0);
        ButtonGroup group = new ButtonGroup();
        for (int i = 0; i < rows.size(); i++) {
            add(group, caption(i).on(buttons.get(i)), about(rows.get(i)), 14);
        }
        add(group, fresh, words.text("orphan.fresh.about"), 14);
        selected().setSelected(true);
    }

    private void add(ButtonGroup group, JRadioButton button, String about, int gap) {
        button.setOpaque(false);
        button.getAccessibleContext().setAccessibleDescription(about);
        group.add(button);
        content.with(button, gap).inset(new Prose(about, Prose.WIDTH - INDENT).in(Theme.quiet()), 2, INDENT);
    }

    private Caption caption(int index) {
        String name = words.text("orphan.key", Map.of("name", rows.get(index).name()));
        return index < 9 ? Caption.of("&" + (index + 1) + "  " + name) : new Caption(name, -1);
    }

    private String about(Row row) {
        return words.text(row.isOnRecord() ? "orphan.recorded" : "orphan.unknown", Map.of("medium", row.medium()));
    }

    private JRadioButton selected() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isOnRecord()) {
                return buttons.get(i);
            }
        }
        return fresh;
    }

    private Answer answer() {
        for (int i = 0; i < rows.size(); i++) {
            if (buttons.get(i).isSelected()) {
                return new Answer.Use(rows.get(i).key());
            }
        }
        return new Answer.MakeNew();
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("orphan.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("orphan.next");
    }

    @Override
    public List<Choice<Answer>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("orphan.act"), this::answer));
    }

    @Override
    public JComponent firstFocus() {
        return selected();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean enterActs() {
        return true;
    }
}
