// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.PathDialog;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Asks for the file, or the folder of a container, from which a key is taken. */
final class SourceSheet implements Sheet<Path> {
    private final Words words;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final PathField file;

    SourceSheet(Words words, @Nullable String problem) {
        this.words = words;
        this.file = new PathField(words, PathDialog.Wanted.FILE_OR_FOLDER, this::refresh);
        content.with(new Prose(words.text("source.hint")), 0);
        content.with(new Prose(words.text("source.safe")).in(Theme.quiet()), 6);
        if (problem != null) {
            content.with(new Notice(Sign.WARNING, problem), 14);
        }
        content.with(words.caption("source.path").labelOf(file.field()), 16).with(file, 4);
        refresh();
    }

    private void refresh() {
        if (file.path() == null) {
            gate.close(words.text("source.missing"));
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
        return words.text("source.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("source.next");
    }

    @Override
    public List<Choice<Path>> choices() {
        return List.of(
                Choice.cancel(words),
                Choice.act(words.caption("source.act"), () -> Objects.requireNonNull(file.path())));
    }

    @Override
    public JComponent firstFocus() {
        return file.field();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public boolean enterActs() {
        return true;
    }
}
