// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.KeyFiles;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.transfer.TransferPrompt.Order;
import org.obnova.host.transfer.TransferPrompt.Outgoing;

/** Writes a key and its certificates into a file that the person names, where the key may leave its medium. */
public final class Exports {
    private static final String EXTENSION = ".pfx";

    private final Storages storages;
    private final KeyFiles files;
    private final TransferPrompt prompt;
    private final PasswordPrompt passwords;
    private final Path home;

    /**
     * @param home the person's folder, where a file goes in the absence of a better wish
     */
    public Exports(Storages storages, KeyFiles files, TransferPrompt prompt, PasswordPrompt passwords, Path home) {
        this.storages = storages;
        this.files = files;
        this.prompt = prompt;
        this.passwords = passwords;
        this.home = home;
    }

    /**
     * Asks the person for format, file and password; a file that cannot be written so is asked for again, with the reason.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code KEY_NOT_EXPORTABLE}, {@code FILE_EXISTS}, {@code CANCELLED}, those of media and containers
     */
    public Exported run(Task task, String certificateSha256) {
        KeyContainer original = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        if (!original.keyMayLeave()) {
            throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the key stays on its medium");
        }
        Order order = order(task, original);
        try (SoftwareKey key = original.export(task, Purpose.READ_FOR_EXPORT);
                Secret password = password(task, original, order);
                Task.Uncancellable _ = task.writing()) {
            task.progress(Step.WRITE, 0, 1);
            files.write(order.file(), form(order.format()), key, original.chain(), original.label(), password);
            task.progress(Step.WRITE, 1, 1);
        }
        return new Exported(name(order.file()), order.format());
    }

    private Order order(Task task, KeyContainer original) {
        boolean gost = PublicKeys.isGost(original.publicKey());
        Outgoing outgoing = new Outgoing(
                original.label(),
                gost ? List.of(ExportFormat.PKCS12, ExportFormat.TC26_PFX) : List.of(ExportFormat.PKCS12),
                suggested(original.label()));
        String problem = null;
        while (true) {
            task.waiting(Step.CHOOSE_STORAGE);
            Order order = prompt.target(task, outgoing, problem);
            try {
                files.requireFree(order.file());
                return order;
            } catch (Fault e) {
                problem = Problem.of(e, task);
            }
        }
    }

    /** A name that is free, of what a person calls the key. */
    private Path suggested(String label) {
        String plain = label.replaceAll("[^\\p{L}\\p{N} .-]", "_").strip();
        String name =
                plain.isEmpty() || plain.startsWith(".") ? "key" : plain.substring(0, Math.min(60, plain.length()));
        for (int number = 1; ; number++) {
            Path file = home.resolve(name + (number == 1 ? "" : " " + number) + EXTENSION);
            if (java.nio.file.Files.notExists(file) || number == 100) {
                return file;
            }
        }
    }

    private Secret password(Task task, KeyContainer original, Order order) {
        task.waiting(Step.PASSWORD);
        return passwords.fresh(
                task, new PasswordPrompt.Question(name(order.file()), original.label(), Purpose.NEW_EXPORT, 0));
    }

    private static KeyFiles.Form form(ExportFormat format) {
        return switch (format) {
            case PKCS12 -> KeyFiles.Form.PKCS12;
            case TC26_PFX -> KeyFiles.Form.TC26_PFX;
        };
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }
}
