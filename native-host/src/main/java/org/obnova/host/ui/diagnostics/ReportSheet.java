// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.diagnostics;

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
import org.obnova.host.ui.frame.WholeText;
import org.obnova.host.ui.frame.Words;

/** The whole text of the report; handing it over waits for its end to have been shown. */
final class ReportSheet implements Sheet<Boolean> {
    private static final int WIDTH = 640;

    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final WholeText text;

    ReportSheet(Language language, String report) {
        this.words = Words.beside(ReportSheet.class, language);
        this.text = new WholeText(report, words.text("report.name"), words.text("report.scroll"), gate::open);
        gate.close(words.text("report.missing"));
        content.with(new Prose(words.text("report.what"), WIDTH), 0)
                .growing(text.pane(), 12)
                .with(new Notice(Sign.CHECK, words.text("report.masked")), 12);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("report.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("report.next");
    }

    @Override
    public List<Choice<Boolean>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("report.act"), text::ended));
    }

    @Override
    public JComponent firstFocus() {
        return text.area();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean resizable() {
        return true;
    }
}
