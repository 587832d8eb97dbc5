// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.secret.Secret;
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
import org.obnova.host.ui.password.KeyboardHint;
import org.obnova.host.ui.password.PasswordField;

/** Asks for the primary password of a program's store; the program can be left out. */
final class StorePasswordSheet implements Sheet<Optional<Secret>> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final PasswordField field = new PasswordField(this::refresh);

    StorePasswordSheet(Language language, PersonalStore store, int wrongBefore) {
        this.words = Words.beside(StorePasswordSheet.class, language);
        String name = store.detail().isEmpty()
                ? store.program()
                : words.text("profile", Map.of("program", store.program(), "profile", store.detail()));
        content.with(new Prose(words.text("primary.whose", Map.of("program", name))), 0);
        content.with(new Prose(words.text("primary.what")).in(Theme.quiet()), 4);
        if (wrongBefore > 0) {
            content.with(new Notice(Sign.WARNING, words.text("primary.wrong")), 14);
        }
        content.with(words.caption("primary.password").labelOf(field), 16).with(field, 4);
        KeyboardHint hint = new KeyboardHint(language);
        hint.watch(field);
        content.with(hint.component(), 4);
        JCheckBox show = words.caption("primary.show").on(new JCheckBox());
        show.addItemListener(event -> field.reveal(show.isSelected()));
        content.with(show, 6);
        refresh();
    }

    private void refresh() {
        if (field.isEmpty()) {
            gate.close(words.text("primary.missing"));
        } else {
            gate.open();
        }
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("primary.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("primary.next");
    }

    @Override
    public List<Choice<Optional<Secret>>> choices() {
        return List.of(
                Choice.safe(words.caption("primary.skip"), Optional::empty),
                Choice.act(words.caption("primary.act"), () -> Optional.of(field.secret())));
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
