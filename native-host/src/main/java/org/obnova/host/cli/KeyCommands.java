// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.OrphanKeys;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host keys list|remove}: keys without a certificate that no renewal needs. None is removed before it was named and confirmed. */
final class KeyCommands implements Callable<Integer> {
    private static final int SHOWN = 16;

    private final Terminal terminal;
    private final Supplier<OrphanKeys> keys;

    private final CommandSpec listSpec = CommandModel.of("list", this::list).addOption(CommandModel.flag("--json"));
    private final CommandSpec removeSpec = CommandModel.of("remove", this::remove)
            .addOption(CommandModel.value("--key", "KEY", String.class, true))
            .addOption(CommandModel.value("--storage", "ID", String.class, false))
            .addOption(CommandModel.flag("--yes"));
    private final CommandSpec spec =
            CommandModel.of("keys", this).addSubcommand("list", listSpec).addSubcommand("remove", removeSpec);

    KeyCommands(Terminal terminal, Supplier<OrphanKeys> keys) {
        this.terminal = terminal;
        this.keys = keys;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private Integer list() throws IOException {
        List<OrphanKey> all = keys.get().all();
        if (CommandModel.has(listSpec, "--json")) {
            printJson(all);
            return 0;
        }
        if (all.isEmpty()) {
            terminal.out().println(terminal.say("Лишних ключей нет.", "No keys lie about."));
        } else {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(
                    terminal.say("ключ", "key"),
                    terminal.say("вид", "kind"),
                    terminal.say("название", "name"),
                    terminal.say("носитель", "medium"),
                    terminal.say("для чего", "made for")));
            all.forEach(each -> cells.add(List.of(
                    each.print().substring(0, SHOWN),
                    PublicKeys.wireName(each.publicKey()),
                    each.container().label(),
                    each.container().storage().label(terminal.language()),
                    madeFor(each))));
            Columns.print(cells, terminal.out());
        }
        warn();
        return 0;
    }

    private Integer remove() {
        OrphanKeys orphans = keys.get();
        OrphanKey key = named(orphans.all());
        terminal.out()
                .println(terminal.say("Ключ: ", "Key: ") + key.print().substring(0, SHOWN) + ", "
                        + PublicKeys.wireName(key.publicKey()) + ", "
                        + key.container().label());
        terminal.out()
                .println(terminal.say("Носитель: ", "Medium: ")
                        + key.container().storage().label(terminal.language()));
        terminal.out().println(terminal.say("Для чего: ", "Made for: ") + madeFor(key));
        warn();
        terminal.out()
                .println(
                        terminal.say(
                                "Удалённый ключ не восстановить, и сертификат, выпущенный для него, станет бесполезен.",
                                "A key that was removed cannot be brought back, and a certificate issued for it becomes useless."));
        if (!CommandModel.has(removeSpec, "--yes")) {
            Confirmation.require(terminal, terminal.say("Удалить этот ключ?", "Remove this key?"));
        }
        orphans.remove(
                new RunningTask(
                        new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none()),
                key);
        terminal.out().println(terminal.say("Ключ удалён.", "The key is removed."));
        return 0;
    }

    private OrphanKey named(List<OrphanKey> all) {
        String key = given("--key", "").toLowerCase(Locale.ROOT);
        if (key.length() < SHOWN) {
            throw new ParameterException(removeSpec.commandLine(), "--key: at least " + SHOWN + " hex digits");
        }
        @Nullable String storage = given("--storage", null);
        List<OrphanKey> found = all.stream()
                .filter(each -> each.print().startsWith(key))
                .filter(each ->
                        storage == null || each.container().storage().id().equals(storage))
                .toList();
        if (found.isEmpty()) {
            throw new Fault(ErrorCode.CONTAINER_NOT_FOUND, "no such key lies about");
        }
        if (found.size() > 1) {
            throw new ParameterException(
                    removeSpec.commandLine(),
                    "several such keys: name the medium with --storage "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(each ->
                                                    each.container().storage().id())
                                            .distinct()
                                            .toList()));
        }
        return found.getFirst();
    }

    private <T extends @Nullable String> T given(String option, T otherwise) {
        return removeSpec.commandLine().getParseResult().matchedOptionValue(option, otherwise);
    }

    private void warn() {
        if (keys.get().uncertain()) {
            terminal.out()
                    .println(terminal.say(
                            "Запись об одном из обновлений не читается: оно может нуждаться в одном из этих ключей.",
                            "The record of a renewal cannot be read: it may need one of these keys."));
        }
    }

    private String madeFor(OrphanKey key) {
        return key.origin() == null ? terminal.say("неизвестно", "not known") : key.origin() + ", " + key.application();
    }

    private void printJson(List<OrphanKey> all) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("keys");
            for (OrphanKey each : all) {
                KeyStorage storage = each.container().storage();
                out.writeStartObject();
                out.writeStringField("key", each.print());
                out.writeStringField("algorithm", PublicKeys.wireName(each.publicKey()));
                out.writeStringField("label", each.container().label());
                out.writeStringField("storage", storage.id());
                out.writeStringField("storageLabel", storage.label(terminal.language()));
                String origin = each.origin();
                String application = each.application();
                if (origin != null && application != null) {
                    out.writeStringField("site", origin);
                    out.writeStringField("application", application);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeBooleanField("uncertain", keys.get().uncertain());
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
