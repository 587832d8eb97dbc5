// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.obnova.host.transfer.ExportFormat;
import org.obnova.host.transfer.TransferPrompt.Order;
import org.obnova.host.transfer.TransferPrompt.Outgoing;
import org.obnova.host.ui.frame.Choice;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Gate;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.PathDialog;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sheet;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Words;

/** Asks in which format and into which file a key is written. */
final class TargetSheet implements Sheet<Order> {
    private static final String EXTENSION = ".pfx";

    private final Words words;
    private final Outgoing outgoing;
    private final Column content = new Column();
    private final Gate gate = new Gate();
    private final Map<ExportFormat, Option> formats = new EnumMap<>(ExportFormat.class);
    private final PathField file;

    TargetSheet(Words words, Outgoing outgoing, @Nullable String problem) {
        this.words = words;
        this.outgoing = outgoing;
        this.file = new PathField(words, PathDialog.Wanted.NEW_FILE, this::refresh);
        content.with(new Prose(words.text("target.whose", Map.of("label", outgoing.label()))), 0);
        ButtonGroup group = new ButtonGroup();
        for (ExportFormat each : outgoing.formats()) {
            String key = "format." + each.wireName();
            if (outgoing.formats().size() == 1) {
                content.with(new Prose(words.text(key + ".about")), 8);
            } else {
                Option option = new Option(words.caption(key), words.text(key + ".about"), null, group);
                formats.put(each, option);
                content.with(option, 8);
            }
        }
        formats.values().stream().findFirst().ifPresent(first -> first.button().setSelected(true));
        if (problem != null) {
            content.with(new Notice(Sign.WARNING, problem), 14);
        }
        content.with(words.caption("target.path").labelOf(file.field()), 16).with(file, 4);
        content.with(new Notice(Sign.WARNING, words.text("target.care")), 14);
        file.say(outgoing.suggested());
        refresh();
    }

    private void refresh() {
        Path path = file.path();
        if (path == null || path.getFileName() == null) {
            gate.close(words.text("target.missing"));
        } else {
            gate.open();
        }
    }

    private Order order() {
        ExportFormat format = formats.entrySet().stream()
                .filter(each -> each.getValue().button().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(outgoing.formats().getFirst());
        Path path = Objects.requireNonNull(file.path());
        String name = Objects.requireNonNull(path.getFileName()).toString();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith(".pfx") || lower.endsWith(".p12");
        return new Order(format, named ? path : path.resolveSibling(name + EXTENSION));
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String heading() {
        return words.text("target.heading");
    }

    @Override
    public JComponent content() {
        return content;
    }

    @Override
    public String next() {
        return words.text("target.next");
    }

    @Override
    public List<Choice<Order>> choices() {
        return List.of(Choice.cancel(words), Choice.act(words.caption("target.act"), this::order));
    }

    @Override
    public JComponent firstFocus() {
        return formats.values().stream()
                .findFirst()
                .<JComponent>map(Option::button)
                .orElse(file.field());
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
