// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import java.awt.Font;
import java.util.List;
import javax.swing.JComponent;
import org.obnova.host.site.ConsentPrompt.Answer;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** What the site wants, what it will and what it will not get. */
final class ConsentSheet implements Sheet<Answer> {
    private final Words words;
    private final String operation;
    private final Column content = new Column();
    private final Gate gate = new Gate();

    ConsentSheet(Language language, Operation operation) {
        this.words = Words.beside(ConsentSheet.class, language);
        this.operation = operation.wireName();
        list("will", true, 0);
        list("wont", false, 18);
        content.setFocusable(true);
        content.getAccessibleContext().setAccessibleName(heading());
    }

    private void list(String key, boolean allowed, int gap) {
        content.with(new Prose(words.text(key)).as(Font.BOLD, 1), gap);
        for (String line : words.text(operation + "." + key).split("\\|", -1)) {
            content.with(new Notice(allowed ? Sign.CHECK : Sign.CROSS, line.strip()), 6);
        }
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(operation + ".heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("next");
    }

    @Override
    public List<Choice<Answer>> choices() {
        return List.of(
                Choice.safe(words.caption("no"), () -> Answer.NO),
                Choice.act(words.caption("once"), () -> Answer.ONCE),
                Choice.act(words.caption("always"), () -> Answer.ALWAYS));
    }

    @Override
    public JComponent firstFocus() {
        return content;
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
