// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.Modules;
import picocli.CommandLine.Model.CommandSpec;

/** {@code obnova-host modules}: the drivers of tokens that were found, those that cannot be used, and those that are left out; none is loaded. */
final class ModulesTable implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Modules> modules;
    private final CommandSpec spec = CommandModel.of("modules", this);

    ModulesTable(Terminal terminal, Supplier<Modules> modules) {
        this.terminal = terminal;
        this.modules = modules;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Modules found = modules.get();
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(terminal.say("драйвер", "driver"), terminal.say("файл", "file")));
        for (FoundModule each : found.usable()) {
            cells.add(List.of(each.name(), each.library().toString()));
        }
        Columns.print(cells, terminal.out());
        for (NotListed each : found.notListed()) {
            terminal.out().println();
            terminal.out().println(terminal.say("Не используется: ", "Not used: ") + each.name());
            terminal.out().println("  " + each.message(terminal.language()));
            terminal.out().println("  " + each.hint(terminal.language()));
        }
        for (Modules.LeftOut each : found.leftOut()) {
            terminal.out().println();
            terminal.out().println(terminal.say("Пропущен: ", "Left out: ") + each.file());
            terminal.out().println("  " + each.why().in(terminal.language()));
        }
        return 0;
    }
}
