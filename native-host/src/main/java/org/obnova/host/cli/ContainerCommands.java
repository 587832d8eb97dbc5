// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.Exported;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imported;
import org.obnova.host.transfer.Imports;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host containers list|import|export|password}: what lies on the media; passwords are asked for in the host's windows. */
final class ContainerCommands implements Callable<Integer> {
    private static final String CERTIFICATE = "SHA256";

    private final Terminal terminal;
    private final Supplier<Storages> storages;
    private final Supplier<Imports> imports;
    private final Supplier<Exports> exports;

    private final CommandSpec listSpec = CommandModel.of("list", this::list).addOption(CommandModel.flag("--json"));
    private final CommandSpec importSpec =
            CommandModel.of("import", this::takeIn).addPositional(CommandModel.positional("FILE"));
    private final CommandSpec exportSpec =
            CommandModel.of("export", this::export).addPositional(CommandModel.positional(CERTIFICATE));
    private final CommandSpec passwordSpec =
            CommandModel.of("password", this::password).addPositional(CommandModel.positional(CERTIFICATE));
    private final CommandSpec spec = CommandModel.of("containers", this)
            .addSubcommand("list", listSpec)
            .addSubcommand("import", importSpec)
            .addSubcommand("export", exportSpec)
            .addSubcommand("password", passwordSpec);

    ContainerCommands(
            Terminal terminal, Supplier<Storages> storages, Supplier<Imports> imports, Supplier<Exports> exports) {
        this.terminal = terminal;
        this.storages = storages;
        this.imports = imports;
        this.exports = exports;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private Integer takeIn() {
        Path file = Path.of(CommandModel.given(importSpec));
        Imported imported = imports.get().run(task(), file);
        KeyContainer container = imported.container();
        String storage = container.storage().label(terminal.language());
        terminal.out()
                .println(
                        imported.copied()
                                ? terminal.say("Скопировано: ", "Copied: ") + container.label() + ", " + storage
                                : terminal.say("Используется отсюда: ", "Used from where it lies: ")
                                        + container.label()
                                        + ", "
                                        + storage);
        return 0;
    }

    private Integer export() {
        Exported exported = exports.get().run(task(), certificate(exportSpec));
        terminal.out().println(terminal.say("Записано и проверено: ", "Written and proven: ") + exported.fileName());
        return 0;
    }

    private Integer password() {
        new PasswordChange(storages.get()).change(task(), certificate(passwordSpec));
        terminal.out().println(terminal.say("Пароль изменён.", "The password is changed."));
        return 0;
    }

    private Task task() {
        return new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
    }

    private static String certificate(CommandSpec of) {
        String sha256 = CommandModel.given(of);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new ParameterException(of.commandLine(), "not 64 lower-case hex digits: " + sha256);
        }
        return sha256;
    }

    private Integer list() throws IOException {
        List<KeyContainer> all = new ArrayList<>();
        for (KeyStorage storage : storages.get().settled()) {
            all.addAll(storage.containers());
        }
        if (CommandModel.has(listSpec, "--json")) {
            printJson(all);
        } else if (all.isEmpty()) {
            terminal.out().println(terminal.say("Контейнеров с ключами нет.", "No containers with keys."));
        } else {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(
                    terminal.say("чей", "whose"),
                    terminal.say("ключ", "key"),
                    terminal.say("можно копировать", "may be copied"),
                    terminal.say("носитель", "medium"),
                    terminal.say("id контейнера", "id of the container"),
                    CERTIFICATE));
            for (KeyContainer each : all) {
                String certificate = sha256(each);
                cells.add(List.of(
                        each.label(),
                        PublicKeys.wireName(each.publicKey()),
                        each.keyMayLeave() ? terminal.say("да", "yes") : terminal.say("нет", "no"),
                        each.storage().label(terminal.language()),
                        each.id(),
                        certificate == null ? terminal.say("без сертификата", "no certificate") : certificate));
            }
            Columns.print(cells, terminal.out());
        }
        return 0;
    }

    private static @Nullable String sha256(KeyContainer container) {
        return container.chain().isEmpty()
                ? null
                : Thumbprint.sha256(container.chain().getFirst());
    }

    private void printJson(List<KeyContainer> all) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("containers");
            for (KeyContainer each : all) {
                out.writeStartObject();
                out.writeStringField("storage", each.storage().id());
                out.writeStringField("container", each.id());
                out.writeStringField("label", each.label());
                out.writeStringField("algorithm", PublicKeys.wireName(each.publicKey()));
                out.writeBooleanField("mayLeave", each.keyMayLeave());
                String certificate = sha256(each);
                if (certificate != null) {
                    out.writeStringField("certificate", certificate);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
