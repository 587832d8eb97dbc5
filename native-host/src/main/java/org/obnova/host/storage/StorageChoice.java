// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Lets the person choose among the media, saying of each that cannot be used why not. */
public final class StorageChoice {
    private final Storages storages;
    private final StoragePrompt prompt;

    /** Offers these media through this port. */
    public StorageChoice(Storages storages, StoragePrompt prompt) {
        this.storages = storages;
        this.prompt = prompt;
    }

    /**
     * Waits for the choice.
     *
     * @param refusal a reason of the caller's against a medium, in the task's language; null when it has none
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    public KeyStorage choose(Task task, Purpose purpose, Function<KeyStorage, @Nullable String> refusal) {
        task.waiting(Step.CHOOSE_STORAGE);
        return switch (prompt.choose(task, purpose, new Now(task.language(), refusal))) {
            case StoragePrompt.Choice.Offered(KeyStorage storage) -> storage;
            case StoragePrompt.Choice.OtherFolder(var folder) -> storages.folder(folder);
        };
    }

    /** The media as they are each time they are asked for. */
    private final class Now implements StoragePrompt.Offers {
        private final Language language;
        private final Function<KeyStorage, @Nullable String> refusal;

        Now(Language language, Function<KeyStorage, @Nullable String> refusal) {
            this.language = language;
            this.refusal = refusal;
        }

        @Override
        public List<StoragePrompt.Offer> list() {
            return storages.all().stream()
                    .map(each -> new StoragePrompt.Offer(each, whyNot(each, language, refusal)))
                    .toList();
        }

        @Override
        public List<NotListed> notListed() {
            return storages.notListed();
        }

        @Override
        public StoragePrompt.Watch onChange(Runnable listener) {
            return storages.onChange(listener);
        }
    }

    private static @Nullable String whyNot(
            KeyStorage storage, Language language, Function<KeyStorage, @Nullable String> refusal) {
        boolean russian = language == Language.RU;
        return switch (storage.state()) {
            case READY -> refusal.apply(storage);
            case READ_ONLY -> russian ? "защищён от записи" : "write-protected";
            case FULL -> russian ? "нет свободного места" : "no free room";
            case ABSENT -> russian ? "не подключён" : "not connected";
        };
    }
}
