// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.progress;

import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import org.obnova.host.keys.KeyAlgorithm;
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

/** The steps, the time, and that the token must stay where it is. It can be hidden, not cancelled: nothing could stop the token now. */
final class ProgressSheet implements Sheet<Boolean> {
    private static final int SECOND_MILLIS = 1000;

    private final Words words;
    private final Steps steps;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final List<Notice> lines = new ArrayList<>();
    private final Prose stay;
    private final Prose time = new Prose(" ").in(Theme.quiet());
    private final Timer second = new Timer(SECOND_MILLIS, event -> tick());
    private int seconds;

    ProgressSheet(Language language, String label, KeyAlgorithm algorithm, Steps steps) {
        this.words = Words.beside(ProgressSheet.class, language);
        this.steps = steps;
        this.stay = new Prose(words.text("stay"));
        content.with(new Prose(label).as(Font.BOLD, 1), 0);
        for (String _ : steps.keys()) {
            Notice line = new Notice(Sign.AHEAD, " ");
            lines.add(line);
            content.with(line, lines.size() == 1 ? 14 : 6);
        }
        JProgressBar bar = new JProgressBar();
        bar.setIndeterminate(true);
        bar.setPreferredSize(new Dimension(Theme.px(440), Theme.px(8)));
        bar.getAccessibleContext().setAccessibleName(words.text("bar"));
        stay.setFocusable(true);
        content.with(bar, 18)
                .with(time, 6)
                .with(new Prose(words.text(algorithm == KeyAlgorithm.RSA_3072 ? "long" : "short")).in(Theme.quiet()), 2)
                .with(new Notice(Sign.WARNING, words.text("pull")), 14)
                .with(stay, 8);
        refresh();
        tick();
        second.start();
    }

    /** Shows how far the steps are now. */
    void refresh() {
        for (int i = 0; i < lines.size(); i++) {
            Steps.State state = steps.state(i);
            String text = words.text(
                    "step",
                    Map.of(
                            "step", words.text(steps.keys().get(i)),
                            "state", words.text("state." + state.name().toLowerCase(Locale.ROOT))));
            Sign sign = switch (state) {
                case DONE -> Sign.CHECK;
                case RUNNING -> Sign.RUNNING;
                case AHEAD -> Sign.AHEAD;
            };
            lines.get(i).say(sign, text);
        }
    }

    private void tick() {
        time.say(words.text("time", Map.of("time", String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60))));
        seconds++;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("heading." + steps.manner().wireName());
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
    public List<Choice<Boolean>> choices() {
        return List.of(Choice.safe(words.caption("hide"), () -> true));
    }

    /** Not the button: a key that was on its way does not hide the window. */
    @Override
    public JComponent firstFocus() {
        return stay;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public void gone() {
        second.stop();
    }
}
