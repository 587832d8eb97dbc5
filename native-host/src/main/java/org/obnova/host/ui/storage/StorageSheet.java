// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** The media on offer as a list of radio buttons that follows them, for a backup any other folder, and beneath what cannot be listed. */
final class StorageSheet implements Sheet<StoragePrompt.Choice> {
    private final Words words;
    private final String purpose;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final MediaList media;
    private final Unlisted unlisted;
    private final @Nullable OtherFolder otherFolder;

    StorageSheet(Words words, Purpose purpose, Shown shown) {
        this.words = words;
        this.purpose = purpose == Purpose.NEW_BACKUP ? "backup" : purpose == Purpose.NEW_IMPORT ? "import" : "key";
        ButtonGroup group = new ButtonGroup();
        this.media = new MediaList(words, group, this::refresh);
        this.unlisted = new Unlisted(words);
        this.otherFolder = purpose == Purpose.NEW_KEY ? null : new OtherFolder(words, group, this::refresh);
        content.with(new Prose(words.text("hint")), 0).with(media.component(), 0);
        if (otherFolder != null) {
            content.with(otherFolder.component(), 12);
        }
        content.with(media.news().in(Theme.quiet()), 10).with(unlisted.component(), 0);
        media.follow(shown.media());
        unlisted.follow(shown.notListed());
        if (media.chosen() == null && otherFolder != null) {
            otherFolder.select();
        }
        refresh();
    }

    /** The media have changed. */
    void follow(Shown now) {
        media.follow(now.media());
        unlisted.follow(now.notListed());
        refresh();
    }

    private void refresh() {
        boolean other = otherFolder != null && otherFolder.selected();
        if (other && otherFolder != null && otherFolder.path() == null) {
            gate.close(words.text("missing.folder"));
        } else if (!other && media.chosen() == null) {
            String lost = media.lost();
            gate.close(lost == null ? words.text("missing.medium") : words.text("missing.lost", Map.of("name", lost)));
        } else {
            gate.open();
        }
    }

    private StoragePrompt.Choice answer() {
        if (otherFolder != null && otherFolder.selected()) {
            return new StoragePrompt.Choice.OtherFolder(Objects.requireNonNull(otherFolder.path()));
        }
        return new StoragePrompt.Choice.Offered(Objects.requireNonNull(media.chosen()));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text(purpose + ".heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text(purpose + ".next");
    }

    @Override
    public List<Choice<StoragePrompt.Choice>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption(purpose + ".act"), this::answer));
    }

    @Override
    public JComponent firstFocus() {
        JComponent first = media.firstFocus();
        if (first != null) {
            return first;
        }
        return otherFolder != null ? otherFolder.field() : content;
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
