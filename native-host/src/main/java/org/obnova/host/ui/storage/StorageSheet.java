// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.util.List;
import java.util.Objects;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.StoragePrompt.Offer;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Words;

/** The media on offer as a list of radio buttons, and for a backup any other folder. */
final class StorageSheet implements Sheet<StoragePrompt.Choice> {
    private final Words words;
    private final String purpose;
    private final Column content = new Column();
    private final ButtonGroup group = new ButtonGroup();
    private final Gate gate = new Gate();
    private final @Nullable OtherFolder otherFolder;
    private @Nullable JRadioButton first;
    private @Nullable KeyStorage chosen;

    StorageSheet(Language language, Purpose purpose, List<Offer> offers) {
        this.words = Words.beside(StorageSheet.class, language);
        this.purpose = purpose == Purpose.NEW_BACKUP ? "backup" : "key";
        content.with(new Prose(words.text("hint")), 0);
        int number = 1;
        for (Offer offer : offers) {
            content.with(medium(offer, number++), 12);
        }
        this.otherFolder = purpose == Purpose.NEW_BACKUP ? new OtherFolder(words, group, this::refresh) : null;
        if (otherFolder != null) {
            content.with(otherFolder.component(), 12);
        }
        if (first != null) {
            first.setSelected(true);
        } else if (otherFolder != null) {
            otherFolder.select();
        }
        refresh();
    }

    private JComponent medium(Offer offer, int number) {
        KeyStorage storage = offer.storage();
        String label = storage.label(words.language());
        String kind = words.text("kind." + storage.kind().wireName());
        String whyNot = offer.whyNot();
        String state =
                whyNot != null ? whyNot : words.text("state." + storage.state().wireName());
        MediumCard card = new MediumCard(label, kind + " · " + state, number, whyNot == null);
        group.add(card.button());
        card.button().addItemListener(event -> {
            if (card.button().isSelected()) {
                chosen = storage;
                refresh();
            }
        });
        if (first == null && whyNot == null) {
            first = card.button();
        }
        return card;
    }

    private void refresh() {
        boolean other = otherFolder != null && otherFolder.selected();
        if (other && otherFolder != null && otherFolder.path() == null) {
            gate.close(words.text("missing.folder"));
        } else if (!other && chosen == null) {
            gate.close(words.text("missing.medium"));
        } else {
            gate.open();
        }
    }

    private StoragePrompt.Choice answer() {
        if (otherFolder != null && otherFolder.selected()) {
            return new StoragePrompt.Choice.OtherFolder(Objects.requireNonNull(otherFolder.path()));
        }
        return new StoragePrompt.Choice.Offered(Objects.requireNonNull(chosen));
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
