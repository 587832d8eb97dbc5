// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** Asks twice for a new password, which may be left empty. */
final class NewPasswordSheet implements Sheet<Secret> {
    private final Words words;
    private final Question question;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final PasswordField first = new PasswordField(this::refresh);
    private final PasswordField second = new PasswordField(this::refresh);
    private final Prose strength = new Prose(" ");

    NewPasswordSheet(Language language, Question question) {
        this.words = Words.beside(NewPasswordSheet.class, language);
        this.question = question;
        content.with(new Prose(words.text("whose", Map.of("container", question.containerLabel()))), 0);
        content.with(new Prose(words.text("where", Map.of("storage", question.storageLabel()))).in(Theme.quiet()), 4);
        content.with(words.caption("new").labelOf(first), 16).with(first, 4).with(strength, 4);
        content.with(words.caption("again").labelOf(second), 12).with(second, 4);
        KeyboardHint hint = new KeyboardHint(language);
        hint.watch(first);
        hint.watch(second);
        content.with(hint.component(), 4);
        JCheckBox show = words.caption("show").on(new JCheckBox());
        show.addItemListener(event -> {
            first.reveal(show.isSelected());
            second.reveal(show.isSelected());
        });
        content.with(show, 6);
        content.with(new Notice(Sign.WARNING, words.text("lost")), 14);
        refresh();
    }

    private void refresh() {
        Strength found = first.look(Strength::of);
        strength.say(words.text("strength." + found.name().toLowerCase(Locale.ROOT)));
        boolean equal = first.look(one -> second.look(two -> Arrays.equals(one, two)));
        if (equal) {
            gate.open();
        } else {
            gate.close(words.text(second.isEmpty() ? "missing.again" : "missing.equal"));
        }
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(Purposes.key(question.purpose()) + ".heading");
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
        return List.of(Choice.cancel(words), Choice.act(words.caption("new.act"), first::secret));
    }

    @Override
    public JComponent firstFocus() {
        return first;
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
        first.forget();
        second.forget();
    }
}
