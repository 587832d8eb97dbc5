// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.consent;

import java.util.List;
import javax.swing.JComponent;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** Whether the computer shall be restarted now: why, and what is lost by it. The safe button has the keyboard. */
final class RestartSheet implements Sheet<Boolean> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();

    RestartSheet(Language language) {
        this.words = Words.beside(RestartSheet.class, language);
        content.with(new Prose(words.text("restart.why")), 0)
                .with(new Notice(Sign.WARNING, words.text("restart.save")), 14)
                .with(new Notice(Sign.CHECK, words.text("restart.goes")), 8);
        content.setFocusable(true);
        content.getAccessibleContext().setAccessibleName(heading());
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("restart.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("restart.next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return List.of(
                new Choice<>(words.caption("restart.later"), false, null),
                Choice.act(words.caption("restart.act"), () -> Boolean.TRUE));
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
