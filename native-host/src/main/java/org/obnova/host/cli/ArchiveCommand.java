// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.Archived;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host certificates archive}: copies old certificates and their keys to this computer. */
final class ArchiveCommand implements Callable<Integer> {
    private static final int MOST = 50;

    private final Terminal terminal;
    private final Supplier<Storages> storages;
    private final Supplier<Archive> archive;
    private final CommandSpec spec = CommandModel.of("archive", this)
            .addOption(CommandModel.flag("--expired"))
            .addPositional(PositionalParamSpec.builder()
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("0..*")
                    .paramLabel("SHA256")
                    .build());

    ArchiveCommand(Terminal terminal, Supplier<Storages> storages, Supplier<Archive> archive) {
        this.terminal = terminal;
        this.storages = storages;
        this.archive = archive;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<String> named = spec.commandLine().getParseResult().matchedPositionalValue(0, List.of());
        boolean expired = CommandModel.has(spec, "--expired");
        if (expired != named.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "either --expired, or certificates");
        }
        List<String> wanted = expired
                ? expired()
                : named.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        if (wanted.size() > MOST || !wanted.stream().allMatch(each -> each.matches("[0-9a-f]{64}"))) {
            throw new ParameterException(spec.commandLine(), "1 to 50 SHA-256, each of 64 hexadecimal digits");
        }
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        Archived done = archive.get().archive(task, wanted);
        done.certificates().forEach(each -> terminal.out().println(terminal.say("в архиве: ", "archived: ") + each));
        done.left()
                .forEach(each -> terminal.out()
                        .println(terminal.say("не скопирован: ", "not copied: ") + each.certificate() + "\n  "
                                + ErrorTexts.of(
                                                new Fault(each.reason(), ""),
                                                terminal.language().tag())
                                        .message()));
        return done.left().isEmpty() ? 0 : 1;
    }

    private List<String> expired() {
        Instant now = InstantSource.system().instant();
        List<String> found = new ArrayList<>();
        for (KeyStorage storage : storages.get().settled()) {
            for (KeyContainer container : storage.containers()) {
                List<X509CertificateHolder> chain = container.chain();
                if (!chain.isEmpty()
                        && chain.getFirst().getNotAfter().toInstant().isBefore(now)) {
                    found.add(Thumbprint.sha256(chain.getFirst()));
                }
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }
}
