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
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.TokenFacts;
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
        Storages now = storages.get();
        List<KeyStorage> all = now.all();
        List<NotListed> notListed = now.notListed();
        if (CommandModel.has(spec, "--json")) {
            printJson(all, notListed);
            return 0;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                terminal.say("носитель", "medium"),
                terminal.say("состояние", "state"),
                terminal.say("PIN-код", "PIN"),
                "id"));
        all.forEach(storage -> cells.add(List.of(
                storage.label(terminal.language()),
                state(storage.state()),
                storage.token().map(token -> pin(token.pin())).orElse(""),
                storage.id())));
        Columns.print(cells, terminal.out());
        notListed.forEach(this::print);
        return 0;
    }

    private void print(NotListed each) {
        terminal.out().println();
        terminal.out().println(terminal.say("Не показан: ", "Not listed: ") + each.name());
        terminal.out().println("  " + each.message(terminal.language()));
        terminal.out().println("  " + each.hint(terminal.language()));
    }

    private String pin(PinState state) {
        return switch (state) {
            case OK -> terminal.say("в порядке", "ok");
            case LOW -> terminal.say("были ошибки", "wrong before");
            case LAST_TRY -> terminal.say("последняя попытка", "last try");
            case LOCKED -> terminal.say("заблокирован", "locked");
            case FACTORY -> terminal.say("заводской", "factory");
            case NOT_SET -> terminal.say("не задан", "not set");
        };
    }

    private String state(StorageState state) {
        return switch (state) {
            case READY -> terminal.say("готов", "ready");
            case READ_ONLY -> terminal.say("только чтение", "read-only");
            case FULL -> terminal.say("нет места", "full");
            case ABSENT -> terminal.say("не подключён", "absent");
        };
    }

    private void printJson(List<KeyStorage> all, List<NotListed> notListed) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("storages");
            for (KeyStorage storage : all) {
                out.writeStartObject();
                out.writeStringField("id", storage.id());
                out.writeStringField("kind", storage.kind().wireName());
                out.writeStringField("label", storage.label(terminal.language()));
                out.writeStringField("state", storage.state().wireName());
                TokenFacts token = storage.token().orElse(null);
                if (token != null) {
                    out.writeStringField("product", token.product());
                    out.writeStringField("manner", token.manner().wireName());
                    out.writeStringField("pin", token.pin().wireName());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("notListed");
            for (NotListed each : notListed) {
                out.writeStartObject();
                out.writeStringField("name", each.name());
                out.writeStringField("reason", each.reason().wireName());
                out.writeStringField("message", each.message(terminal.language()));
                out.writeStringField("hint", each.hint(terminal.language()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
