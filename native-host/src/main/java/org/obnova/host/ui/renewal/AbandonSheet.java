// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.renewal;

import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import org.jspecify.annotations.Nullable;
import org.obnova.host.renewal.AbandonPrompt.Answer;
import org.obnova.host.renewal.AbandonPrompt.Question;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** Whether a renewal shall be given up, and what becomes of its key: it is kept unless the person says otherwise. The safe button has the keyboard. */
final class AbandonSheet implements Sheet<Answer> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final JRadioButton remove;

    /**
     * @param medium where the key lies; null when it is not at hand, or none was made
     */
    AbandonSheet(Language language, Question question, @Nullable String medium) {
        this.words = Words.beside(AbandonSheet.class, language);
        this.remove = words.caption("abandon.remove").on(new JRadioButton());
        content.with(new Prose(words.text("abandon.site", Map.of("site", question.origin()))), 0)
                .with(new Prose(words.text("abandon.application", Map.of("application", question.application()))), 2)
                .with(new Notice(Sign.CHECK, words.text("abandon.old")), 12);
        if (medium != null) {
            key(medium);
        } else {
            String what = question.keyElsewhere() ? "abandon.elsewhere" : "abandon.none";
            content.with(new Notice(Sign.CHECK, words.text(what)), 8);
        }
        // A receipt is signed for a certificate that the authority has issued, whether it has come here or not.
        if (!question.state().isBefore(RenewalState.ISSUED)) {
            content.with(new Notice(Sign.WARNING, words.text("abandon.issued")), 14);
        } else if (!question.state().isBefore(RenewalState.REQUESTED)) {
            content.with(new Notice(Sign.WARNING, words.text("abandon.sent")), 14);
        }
    }

    private void key(String medium) {
        JRadioButton keep = words.caption("abandon.keep").on(new JRadioButton());
        ButtonGroup group = new ButtonGroup();
        group.add(keep);
        group.add(remove);
        keep.setOpaque(false);
        remove.setOpaque(false);
        keep.setSelected(true);
        content.with(new Prose(words.text("abandon.key", Map.of("medium", medium))), 14)
                .with(keep, 8)
                .with(remove, 6)
                .inset(new Prose(words.text("abandon.danger"), Prose.WIDTH - 24), 2, 24);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("abandon.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("abandon.next");
    }

    @Override
    public List<Choice<Answer>> choices() {
        return List.of(
                new Choice<>(words.caption("abandon.stay"), false, null),
                Choice.act(
                        words.caption("abandon.act"), () -> remove.isSelected() ? Answer.REMOVE_KEY : Answer.KEEP_KEY));
    }

    @Override
    public JComponent firstFocus() {
        return content;
    }

    @Override
    public boolean safeFirst() {
        return true;
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
