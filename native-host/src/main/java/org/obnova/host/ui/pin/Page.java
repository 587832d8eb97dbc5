// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
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

/** A page that tells something and has only buttons. The safe one has the keyboard at first, except where keys are not meant for this window. */
final class Page implements Sheet<Boolean> {
    private final Words words;
    private final String key;
    private final Column content;
    private final List<Choice<Boolean>> choices;
    private final @Nullable JComponent read;
    private final Gate gate = new Gate();

    /**
     * @param read what has the keyboard at first, null for the safe button
     */
    private Page(Words words, String key, Column content, List<Choice<Boolean>> choices, @Nullable JComponent read) {
        this.read = read;
        this.words = words;
        this.key = key;
        this.content = content;
        this.choices = choices;
    }

    /** Before the last try: go on, or stop and lose nothing. */
    static Page lastTry(Language language, Medium medium) {
        TokenWords token = new TokenWords(language, medium);
        Words words = token.words();
        Column content = token.begin("")
                .with(new Notice(Sign.WARNING, words.text("last.danger")), 14)
                .with(new Notice(Sign.CHECK, words.text("last.safe")), 10)
                .with(new Prose(words.text("last.advice")), 12)
                .with(new Prose(words.text("unblock")).as(Font.BOLD, 1), 14)
                .with(TokenWords.quiet(medium.unblock().in(language)), 3);
        return new Page(
                words,
                "last",
                content,
                List.of(
                        new Choice<>(words.caption("last.stop"), false, null),
                        Choice.act(words.caption("last.act"), () -> true)),
                null);
    }

    /** The PIN is locked: nothing is lost, and how it is unblocked. */
    static Page locked(Language language, Medium medium) {
        TokenWords token = new TokenWords(language, medium);
        Words words = token.words();
        Column content = token.begin("")
                .with(new Notice(Sign.WARNING, words.text("locked.what")), 14)
                .with(new Notice(Sign.CHECK, words.text("locked.safe")), 10)
                .with(new Prose(words.text("unblock")).as(Font.BOLD, 1), 14)
                .with(new Prose(medium.unblock().in(language)), 3)
                .with(TokenWords.quiet(words.text("locked.then")), 8);
        return new Page(
                words, "locked", content, List.of(Choice.safe(words.caption("locked.close"), () -> true)), null);
    }

    /** The system's store of passwords has refused to forget the PIN: it is not used any more, and how it is removed. */
    static Page notForgotten(Language language, Medium medium) {
        TokenWords token = new TokenWords(language, medium);
        Words words = token.words();
        Column content = token.begin("")
                .with(new Notice(Sign.WARNING, words.text("not-forgotten.what")), 14)
                .with(new Notice(Sign.CHECK, words.text("not-forgotten.safe")), 10)
                .with(new Prose(words.text("not-forgotten.how")), 12);
        return new Page(
                words,
                "not-forgotten",
                content,
                List.of(Choice.safe(words.caption("not-forgotten.on"), () -> true)),
                null);
    }

    /** The maker's PIN is in use: change it now, or later. */
    static Page factory(Language language, Medium medium) {
        TokenWords token = new TokenWords(language, medium);
        Words words = token.words();
        String hint = token.factoryHint();
        Column content = token.begin("")
                .with(new Notice(Sign.WARNING, hint == null ? words.text("factory.unknown") : hint), 14)
                .with(new Prose(words.text("factory.why")), 12)
                .with(TokenWords.quiet(words.text("factory.later")), 8);
        return new Page(
                words,
                "factory",
                content,
                List.of(
                        Choice.safe(words.caption("factory.postpone"), () -> false),
                        Choice.act(words.caption("factory.act"), () -> true)),
                null);
    }

    /** The PIN is typed on the device: nothing can be typed here, and Enter after a PIN that was typed here by mistake does not cancel. */
    static Page pad(Language language, Medium medium, Purpose purpose) {
        TokenWords token = new TokenWords(language, medium);
        Words words = token.words();
        JProgressBar bar = new JProgressBar();
        bar.setIndeterminate(true);
        bar.setPreferredSize(new Dimension(Theme.px(440), Theme.px(8)));
        bar.getAccessibleContext().setAccessibleName(words.text("pad.waits"));
        Prose how = new Prose(words.text(purpose == Purpose.CHANGE_PIN ? "pad.change" : "pad.how"));
        how.setFocusable(true);
        Column content = token.begin("")
                .with(token.tries(false), 14)
                .with(how, 12)
                .with(bar, 18)
                .with(TokenWords.quiet(words.text("pad.waits")), 6)
                .with(TokenWords.quiet(words.text("pad.stop")), 10);
        return new Page(words, "pad", content, List.of(Choice.cancel(words)), how);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(key + ".heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text(key + ".next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return choices;
    }

    @Override
    public JComponent firstFocus() {
        return read == null ? content : read;
    }

    @Override
    public boolean safeFirst() {
        return read == null;
    }

    @Override
    public Gate gate() {
        return gate;
    }
}
