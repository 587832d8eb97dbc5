// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.util.List;
import java.util.Map;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PasswordPrompt.Question;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Asks for the password of a container that exists. */
final class ExistingPasswordSheet implements Sheet<Secret> {
    private final Words words;
    private final Question question;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final PasswordField field = new PasswordField(() -> {});

    ExistingPasswordSheet(Language language, Question question) {
        this.words = Words.beside(ExistingPasswordSheet.class, language);
        this.question = question;
        content.with(new Prose(words.text("whose", Map.of("container", question.containerLabel()))), 0);
        content.with(new Prose(words.text("where", Map.of("storage", question.storageLabel()))).in(Theme.quiet()), 4);
        if (question.wrongBefore() > 0) {
            content.with(new Notice(Sign.WARNING, wrong()), 14);
        }
        content.with(words.caption("password").labelOf(field), 16).with(field, 4);
        KeyboardHint hint = new KeyboardHint(language);
        hint.watch(field);
        content.with(hint.component(), 4);
        JCheckBox show = words.caption("show").on(new JCheckBox());
        show.addItemListener(event -> field.reveal(show.isSelected()));
        content.with(show, 6);
    }

    private String wrong() {
        int times = question.wrongBefore();
        return words.text("wrong." + (times <= 3 ? times : "more"));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("existing.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text(Purposes.key(question.purpose()) + ".next");
    }

    @Override
    public List<Choice<Secret>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("existing.act"), field::secret));
    }

    @Override
    public JComponent firstFocus() {
        return field;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean enterActs() {
        return true;
    }

    @Override
    public void gone() {
        field.forget();
    }
}
