// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageChoice;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Takes in a key from a file or folder that the person names: it is copied to a medium, or used from where it lies. What was named is never written to. */
public final class Imports {
    private final Storages storages;
    private final KeySource.Opening opening;
    private final TransferPrompt prompt;
    private final PasswordPrompt passwords;
    private final StorageChoice choice;

    /** Asks the person through these ports. */
    public Imports(
            Storages storages,
            KeySource.Opening opening,
            TransferPrompt prompt,
            PasswordPrompt passwords,
            StoragePrompt choice) {
        this.storages = storages;
        this.opening = opening;
        this.prompt = prompt;
        this.passwords = passwords;
        this.choice = new StorageChoice(storages, choice);
    }

    /**
     * Asks the person for everything; a file in which there is no key that can be read is asked for again, with the reason.
     *
     * @throws Fault {@code CANCELLED}, those of media and containers
     */
    public Imported run(Task task) {
        String problem = null;
        while (true) {
            KeySource source;
            Secret password;
            try {
                task.waiting(Step.CHOOSE_STORAGE);
                source = opening.at(prompt.source(task, problem));
                password = password(task, source);
            } catch (Fault e) {
                if (!isAboutTheFile(e)) {
                    throw e;
                }
                problem = Problem.of(e, task);
                continue;
            }
            try (Secret opens = password) {
                return take(task, source, opens);
            }
        }
    }

    /**
     * Takes in what lies there, and asks the person for the rest.
     *
     * @throws Fault {@code CANCELLED}, {@code CONTAINER_UNKNOWN}, {@code CONTAINER_WITHOUT_KEY}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_UNSUPPORTED}, those
     *     of media
     */
    public Imported run(Task task, Path named) {
        KeySource source = opening.at(named);
        try (Secret password = password(task, source)) {
            return take(task, source, password);
        }
    }

    private static boolean isAboutTheFile(Fault fault) {
        return switch (fault.code()) {
            case CONTAINER_UNKNOWN,
                    CONTAINER_WITHOUT_KEY,
                    CONTAINER_DAMAGED,
                    CONTAINER_NEWER,
                    CONTAINER_UNSUPPORTED,
                    ALGORITHM_UNSUPPORTED,
                    STORAGE_FAILED -> true;
            default -> false;
        };
    }

    /** One that opens the source; the caller closes it. A wrong one is asked for again. */
    private Secret password(Task task, KeySource source) {
        if (!source.needsPassword()) {
            return Secret.empty();
        }
        for (int wrong = 0; ; wrong++) {
            task.waiting(Step.PASSWORD);
            PasswordPrompt.Question question =
                    new PasswordPrompt.Question(folderName(source), source.name(), Purpose.READ_FOR_IMPORT, wrong);
            Secret password = passwords.existing(task, question);
            boolean opens = false;
            try {
                source.open(password);
                opens = true;
                return password;
            } catch (Fault e) {
                if (e.code() != ErrorCode.WRONG_PASSWORD) {
                    throw e;
                }
            } finally {
                if (!opens) {
                    password.close();
                }
            }
        }
    }

    private static String folderName(KeySource source) {
        Path name = source.folder().getFileName();
        return name == null ? source.folder().toString() : name.toString();
    }

    private Imported take(Task task, KeySource source, Secret password) {
        List<KeySource.Found> keys = source.open(password);
        task.waiting(Step.CHOOSE_STORAGE);
        TransferPrompt.Decision decision =
                prompt.decide(task, new TransferPrompt.Contents(source.name(), keys, source.canStay()));
        KeySource.Found key = decision.key();
        if (!decision.copy()) {
            return new Imported(stay(source, keys, key), false);
        }
        if (!key.mayLeave()) {
            throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the container's flags forbid it");
        }
        return copy(task, source, key, password);
    }

    private KeyContainer stay(KeySource source, List<KeySource.Found> keys, KeySource.Found key) {
        if (!source.canStay()) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "the file cannot be listed from where it lies");
        }
        source.remember(keys);
        KeyStorage storage = storages.folder(source.folder());
        return in(storage, key.publicKey())
                .orElseThrow(() -> new Fault(ErrorCode.STORAGE_FAILED, "the file is gone, or has changed"));
    }

    private Imported copy(Task task, KeySource source, KeySource.Found key, Secret password) {
        boolean russian = task.language() == Language.RU;
        Function<KeyStorage, @Nullable String> refusal =
                each -> in(each, key.publicKey()).isEmpty()
                        ? null
                        : russian ? "этот ключ здесь уже есть" : "this key is here already";
        KeyStorage target = choice.choose(task, Purpose.NEW_IMPORT, refusal);
        Optional<KeyContainer> there = in(target, key.publicKey());
        if (there.isPresent()) {
            // A folder that was named may be the one in which the original lies: nothing was copied, and it must not be
            // said.
            return new Imported(there.get(), false);
        }
        target.requireReady();
        try (SoftwareKey opened = source.key(key, password)) {
            task.progress(Step.COPY, 0, 1);
            KeyContainer copy = target.put(task, key.label(), opened, key.chain(), Purpose.NEW_IMPORT);
            task.progress(Step.COPY, 1, 1);
            return new Imported(copy, true);
        }
    }

    private static Optional<KeyContainer> in(KeyStorage storage, SubjectPublicKeyInfo publicKey) {
        return storage.containers().stream()
                .filter(each -> PublicKeys.same(each.publicKey(), publicKey))
                .findFirst();
    }
}
