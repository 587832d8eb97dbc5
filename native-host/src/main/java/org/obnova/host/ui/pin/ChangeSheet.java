// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.token.pin.PinPrompt.Change;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Why;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;
import org.obnova.host.ui.password.KeyboardHint;
import org.obnova.host.ui.password.PasswordField;

/** Asks for the present PIN and twice for a new one, and says why. */
final class ChangeSheet implements Sheet<Change> {
    private final TokenWords token;
    private final Words words;
    private final Medium medium;
    private final Column content;
    private final Gate gate = new Gate();
    private final PasswordField current = new PasswordField(this::refresh);
    private final PasswordField fresh = new PasswordField(this::refresh);
    private final PasswordField again = new PasswordField(this::refresh);
    private final Prose quality = new Prose(" ");

    ChangeSheet(Language language, Medium medium, Why why, int wrongBefore) {
        this.token = new TokenWords(language, medium);
        this.words = token.words();
        this.medium = medium;
        this.content = token.begin("");
        content.with(new Prose(words.text("why." + why.name().toLowerCase(Locale.ROOT))), 10);
        if (wrongBefore > 0) {
            content.with(new Notice(Sign.WARNING, words.text("wrong." + (wrongBefore == 1 ? "1" : "more"))), 10);
        }
        content.with(token.tries(wrongBefore > 0), 10);
        content.with(words.caption("current").labelOf(current), 12).with(current, 4);
        String hint = wrongBefore == 0 ? token.factoryHint() : null;
        if (hint != null) {
            content.with(TokenWords.quiet(hint), 4);
        }
        content.with(words.caption("fresh").labelOf(fresh), 12)
                .with(fresh, 4)
                .with(TokenWords.quiet(token.lengths()), 4)
                .with(quality, 2);
        content.with(words.caption("again").labelOf(again), 12).with(again, 4);
        KeyboardHint keyboard = new KeyboardHint(language);
        List.of(current, fresh, again).forEach(keyboard::watch);
        content.with(keyboard.component(), 4);
        JCheckBox show = words.caption("show").on(new JCheckBox());
        show.addItemListener(event -> List.of(current, fresh, again).forEach(field -> field.reveal(show.isSelected())));
        content.with(show, 4);
        refresh();
    }

    private void refresh() {
        PinQuality found = fresh.look(typed -> PinQuality.of(typed, medium.factoryPin()));
        quality.say(words.text("quality." + found.name().toLowerCase(Locale.ROOT)));
        String missing = missing(found);
        if (missing == null) {
            gate.open();
        } else {
            gate.close(missing);
        }
    }

    /** What still stands in the way, in the order of the fields. */
    private @Nullable String missing(PinQuality found) {
        String misfit = token.misfit(current);
        if (misfit != null) {
            return current.isEmpty() ? words.text("missing.current") : misfit;
        }
        misfit = token.misfit(fresh);
        if (misfit != null) {
            return fresh.isEmpty() ? words.text("missing.fresh") : misfit;
        }
        if (found == PinQuality.FACTORY) {
            return words.text("quality.factory");
        }
        if (same(current, fresh)) {
            return words.text("missing.other");
        }
        if (!same(fresh, again)) {
            return words.text(again.isEmpty() ? "missing.again" : "missing.equal");
        }
        return null;
    }

    private static boolean same(PasswordField one, PasswordField two) {
        return one.look(first -> two.look(second -> Arrays.equals(first, second)));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("change.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("change.next");
    }

    @Override
    public List<Choice<Change>> choices() {
        return List.of(
                Choice.cancel(words),
                Choice.act(words.caption("change.act"), () -> new Change(current.secret(), fresh.secret())));
    }

    @Override
    public JComponent firstFocus() {
        return current;
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
        current.forget();
        fresh.forget();
        again.forget();
    }
}
