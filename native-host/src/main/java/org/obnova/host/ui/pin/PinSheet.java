// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.util.List;
import java.util.Locale;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.token.pin.PinPrompt.Entered;
import org.obnova.host.storage.token.pin.PinPrompt.Question;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;
import org.obnova.host.ui.password.KeyboardHint;
import org.obnova.host.ui.password.PasswordField;

/** Asks for a token's PIN. It can be acted on once the PIN has a length that the token's can have. */
final class PinSheet implements Sheet<Entered> {
    private final TokenWords token;
    private final Words words;
    private final Question question;
    private final Column content;
    private final Gate gate = new Gate();
    private final PasswordField field = new PasswordField(this::refresh);
    private final RememberTick remember;

    PinSheet(Language language, Question question) {
        this.token = new TokenWords(language, question.medium());
        this.words = token.words();
        this.question = question;
        this.content = token.begin(question.holder());
        this.remember = new RememberTick(words, question.remember(), gate::open);
        warn();
        content.with(words.caption("pin").labelOf(field), 14).with(field, 4);
        content.with(TokenWords.quiet(token.lengths()), 4);
        String factory = question.wrongBefore() == 0 ? token.factoryHint() : null;
        if (factory != null) {
            content.with(TokenWords.quiet(factory), 2);
        }
        KeyboardHint keyboard = new KeyboardHint(language);
        keyboard.watch(field);
        content.with(keyboard.component(), 2);
        JCheckBox show = words.caption("show").on(new JCheckBox());
        show.addItemListener(event -> field.reveal(show.isSelected()));
        content.with(show, 4);
        remember.addTo(content);
        String entries = entries();
        if (!entries.isEmpty()) {
            content.with(TokenWords.quiet(entries), 10);
        }
        refresh();
    }

    /** What went before, and how many tries are left: always, except where there is nothing to fear. */
    private void warn() {
        if (question.misfit()) {
            content.with(new Notice(Sign.WARNING, words.text("misfit")), 12);
        }
        if (question.wrongBefore() > 0) {
            content.with(
                    new Notice(Sign.WARNING, words.text("wrong." + (question.wrongBefore() == 1 ? "1" : "more"))), 12);
        }
        content.with(token.tries(question.wrongBefore() > 0), 12);
    }

    private String entries() {
        int least = question.entriesLeast();
        int most = question.entriesMost();
        if (most <= 0) {
            return "";
        }
        return least == most
                ? words.count("entries", most)
                : words.count("entries.most", most).replace("{least}", Integer.toString(least));
    }

    private void refresh() {
        String misfit = token.misfit(field);
        if (misfit == null) {
            gate.open();
        } else {
            gate.close(field.isEmpty() ? words.text("missing.pin") : misfit);
        }
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(question.medium().state() == PinState.LAST_TRY ? "enter.last" : "enter.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        String purpose = question.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.text(purpose + ".next") + " " + words.text(remember.set() ? "kept" : "not-kept");
    }

    @Override
    public List<Choice<Entered>> choices() {
        return List.of(
                Choice.cancel(words),
                Choice.act(words.caption("enter.act"), () -> new Entered(field.secret(), remember.set())));
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
