// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.token;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.workstation.Words;

/** Whether the drivers of tokens that are here, or were named, can be used; none is loaded. */
public final class ModulesCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("modules", "Драйверы токенов", "Drivers of tokens");

    private final Supplier<Modules> modules;

    /** @param modules as the search finds them */
    public ModulesCheck(Supplier<Modules> modules) {
        this.modules = modules;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        Modules found = modules.get();
        if (!found.notListed().isEmpty()) {
            NotListed first = found.notListed().getFirst();
            return SUBJECT.problem(
                    first.reason().wireName(),
                    new Words(
                            first.name() + ": " + first.messageText().ru(),
                            first.name() + ": " + first.messageText().en()),
                    new Words(first.hintText().ru(), first.hintText().en()));
        }
        if (found.usable().isEmpty()) {
            return SUBJECT.ok(
                    "Нет. Они нужны, только если ключ на токене.", "There are none. They are needed for tokens only.");
        }
        String names = found.usable().stream().map(FoundModule::name).collect(Collectors.joining(", "));
        return SUBJECT.ok("Найдены: " + names, "Found: " + names);
    }
}
