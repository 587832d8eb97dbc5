// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.Storages;
import picocli.CommandLine.Model.CommandSpec;

/** {@code obnova-host storages}: the media and whether they can be used. */
final class StoragesTable implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Storages> storages;
    private final CommandSpec spec = CommandModel.of("storages", this).addOption(CommandModel.flag("--json"));

    StoragesTable(Terminal terminal, Supplier<Storages> storages) {
        this.terminal = terminal;
        this.storages = storages;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        List<KeyStorage> all = storages.get().all();
        if (CommandModel.has(spec, "--json")) {
            printJson(all);
            return 0;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(terminal.say("носитель", "medium"), terminal.say("состояние", "state"), "id"));
        all.forEach(storage ->
                cells.add(List.of(storage.label(terminal.language()), state(storage.state()), storage.id())));
        Columns.print(cells, terminal.out());
        return 0;
    }

    private String state(StorageState state) {
        return switch (state) {
            case READY -> terminal.say("готов", "ready");
            case READ_ONLY -> terminal.say("только чтение", "read-only");
            case FULL -> terminal.say("нет места", "full");
            case ABSENT -> terminal.say("не подключён", "absent");
        };
    }

    private void printJson(List<KeyStorage> all) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("storages");
            for (KeyStorage storage : all) {
                out.writeStartObject();
                out.writeStringField("id", storage.id());
                out.writeStringField("kind", storage.kind().wireName());
                out.writeStringField("label", storage.label(terminal.language()));
                out.writeStringField("state", storage.state().wireName());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
