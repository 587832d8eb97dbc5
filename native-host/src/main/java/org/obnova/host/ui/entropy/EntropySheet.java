// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.entropy;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import org.obnova.host.entropy.EntropyPrompt.Sink;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** The sensor: a field that grows with keys and movement, and a bar. It closes by itself; only Esc and the button cancel. */
final class EntropySheet implements Sheet<Boolean> {
    /** Screen readers are told of each further tenth. */
    private static final int SPOKEN_STEP = 10;
    /** After so many events without growth the person is told that the rhythm is too even. */
    private static final int TOO_EVEN = 40;
    /** Keys still being typed must not fall into the next window: the window stays until the person has been quiet so long. */
    private static final int QUIET_MILLIS = 600;

    private static final int LONGEST_END_MILLIS = 3000;

    private final Words words;
    private final Task task;
    private final Sink sink;
    private final CompletableFuture<Boolean> answer;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final Bloom bloom = new Bloom();
    private final JProgressBar bar = new JProgressBar(0, 100);
    private final JLabel number;
    private final Prose status;
    private final Timer quiet;
    private final Timer end;
    private int shown;
    private int spoken;
    private int sinceGrowth;

    EntropySheet(Task task, Sink sink, CompletableFuture<Boolean> answer) {
        this.words = Words.beside(EntropySheet.class, task.language());
        this.task = task;
        this.sink = sink;
        this.answer = answer;
        this.status = new Prose(words.text("go")).in(Theme.quiet());
        this.number = new JLabel(percent(0), SwingConstants.TRAILING);
        this.quiet = once(QUIET_MILLIS);
        this.end = once(LONGEST_END_MILLIS);
        bar.setPreferredSize(new Dimension(Theme.px(440), Theme.px(14)));
        number.setFont(Theme.font(Font.BOLD, 1.1));
        bar.getAccessibleContext().setAccessibleName(words.text("bar"));
        bloom.getAccessibleContext().setAccessibleName(words.text("field"));
        bloom.getAccessibleContext().setAccessibleDescription(words.text("how"));
        bloom.setFocusTraversalKeysEnabled(false);
        EventTap tap = new EventTap(sink, this::afterEvent);
        bloom.addKeyListener(tap);
        bloom.addFocusListener(tap);
        bloom.addMouseMotionListener(tap);
        JPanel row = new JPanel(new BorderLayout(Theme.px(14), 0));
        row.setOpaque(false);
        row.add(bar, BorderLayout.CENTER);
        row.add(number, BorderLayout.EAST);
        content.with(new Prose(words.text("how")), 0)
                .growing(bloom, 12)
                .with(row, 12)
                .with(status, 6);
    }

    private Timer once(int millis) {
        Timer timer = new Timer(millis, event -> answer.complete(true));
        timer.setRepeats(false);
        return timer;
    }

    private void afterEvent() {
        bloom.grow();
        int now = sink.percent();
        sinceGrowth = now == shown ? sinceGrowth + 1 : 0;
        if (now != shown) {
            shown = now;
            bar.setValue(now);
            number.setText(percent(now));
            task.progress(Step.ENTROPY, now, 100);
        }
        if (now >= spoken + SPOKEN_STEP) {
            spoken = now - now % SPOKEN_STEP;
            bar.getAccessibleContext()
                    .setAccessibleDescription(words.text("status", Map.of("percent", percent(spoken))));
        }
        status.say(words.text(sinceGrowth < TOO_EVEN ? "go" : "even"));
        if (sink.failed()) {
            answer.complete(false);
        } else if (sink.full()) {
            status.say(words.text("full"));
            quiet.restart();
            if (!end.isRunning()) {
                end.start();
            }
        }
    }

    private String percent(int value) {
        return words.text("percent", Map.of("percent", Integer.toString(value)));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("heading");
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
        return List.of(Choice.cancel(words));
    }

    @Override
    public JComponent firstFocus() {
        return bloom;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean takesAllKeys() {
        return true;
    }

    @Override
    public void gone() {
        quiet.stop();
        end.stop();
    }
}
