// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeySource.Found;
import org.obnova.host.transfer.TransferPrompt.Contents;
import org.obnova.host.transfer.TransferPrompt.Decision;
import org.obnova.host.ui.frame.Caption;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Shows which keys lie in a file, and asks which is meant and whether to copy it. */
final class ContentsSheet implements Sheet<Decision> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Words words;
    private final Contents contents;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final List<Option> keys = new ArrayList<>();
    private final Option copy;
    private final Option stay;

    ContentsSheet(Words words, Contents contents) {
        this.words = words;
        this.contents = contents;
        content.with(new Prose(words.text("contents.file", Map.of("name", contents.name()))), 0);
        ButtonGroup whichKey = new ButtonGroup();
        if (contents.keys().size() == 1) {
            Found only = contents.keys().getFirst();
            content.with(new Prose(only.label()), 6).with(new Prose(about(only)).in(Theme.quiet()), 2);
        } else {
            for (Found each : contents.keys()) {
                String number = keys.size() < 9 ? "&" + (keys.size() + 1) + "  " : "";
                Option option = new Option(Caption.of(number + each.label()), about(each), null, whichKey);
                keys.add(option);
                content.with(option, 8);
            }
            keys.getFirst().button().setSelected(true);
        }
        ButtonGroup whatToDo = new ButtonGroup();
        boolean anyLeaves = contents.keys().stream().anyMatch(Found::mayLeave);
        this.copy = new Option(
                words.caption("copy"), words.text("copy.about"), anyLeaves ? null : words.text("copy.not"), whatToDo);
        this.stay = new Option(
                words.caption("stay"),
                words.text("stay.about"),
                contents.canStay() ? null : words.text("stay.not"),
                whatToDo);
        content.with(new Prose(words.text("contents.what")), 16).with(copy, 6).with(stay, 8);
        keys.forEach(each -> each.button().addItemListener(event -> refresh()));
        copy.button().addItemListener(event -> refresh());
        stay.button().addItemListener(event -> refresh());
        (anyLeaves ? copy : stay).button().setSelected(anyLeaves || contents.canStay());
        refresh();
    }

    private String about(Found key) {
        String until = key.chain().isEmpty()
                ? words.text("key.without")
                : words.text(
                        "key.until",
                        Map.of(
                                "day",
                                DAY.format(key.chain()
                                        .getFirst()
                                        .getNotAfter()
                                        .toInstant()
                                        .atZone(ZoneId.systemDefault()))));
        return key.mayLeave() ? until : until + " " + words.text("key.stays");
    }

    private void refresh() {
        @Nullable Found key = chosen();
        if (!copy.button().isSelected() && !stay.button().isSelected()) {
            gate.close(words.text("contents.missing"));
        } else if (copy.button().isSelected() && key != null && !key.mayLeave()) {
            gate.close(words.text("copy.not"));
        } else {
            gate.open();
        }
    }

    private Found chosen() {
        if (keys.isEmpty()) {
            return contents.keys().getFirst();
        }
        int index = IntStream.range(0, keys.size())
                .filter(each -> keys.get(each).button().isSelected())
                .findFirst()
                .orElse(0);
        return contents.keys().get(index);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("contents.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("contents.next");
    }

    @Override
    public List<Choice<Decision>> choices() {
        return List.of(
                Choice.cancel(words),
                Choice.act(
                        words.caption("contents.act"),
                        () -> new Decision(chosen(), copy.button().isSelected())));
    }

    @Override
    public JComponent firstFocus() {
        if (!keys.isEmpty()) {
            return keys.getFirst().button();
        }
        return (copy.button().isEnabled() ? copy : stay).button();
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
