// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishPrompt;
import org.obnova.host.personalstore.PublishPrompt.Offer;
import org.obnova.host.personalstore.PublishState;
import org.obnova.host.personalstore.StorePassword;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** The windows of programs that may have a certificate. */
final class SamplePrograms {
    private static final List<PersonalStore> STORES = List.of(
            new Store("Chromium, Google Chrome", ""),
            new Store("Firefox", "default-esr"),
            new Store("Firefox", "Бухгалтерия"),
            new Store("Thunderbird (Flatpak)", "default"));

    private final PublishPrompt prompt;

    SamplePrograms(PublishPrompt prompt) {
        this.prompt = prompt;
    }

    String show(SampleTask task, String kind) {
        if (kind.equals("programs") || kind.equals("any")) {
            String storage = task.language() == Language.RU ? "Этот компьютер" : "This computer";
            Offer offer = new Offer(
                    SampleDocuments.HOLDER,
                    Instant.parse("2028-02-15T09:00:00Z"),
                    storage,
                    STORES,
                    kind.equals("programs"));
            return "programs "
                    + prompt.choose(task, offer).stream()
                            .map(each -> each.program() + " " + each.detail())
                            .toList();
        }
        return prompt.ask(task, STORES.get(1), kind.equals("wrong") ? 1 : 0)
                .map(SamplePrograms::text)
                .orElse("LEFT OUT");
    }

    private static String text(Secret secret) {
        try (secret) {
            return "password " + new String(secret.copy(), StandardCharsets.UTF_8);
        }
    }

    private record Store(String program, String detail) implements PersonalStore {
        @Override
        public PublishState put(Task task, Identity identity, StorePassword password) {
            throw new UnsupportedOperationException();
        }
    }
}
