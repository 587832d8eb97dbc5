// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.TokenFacts;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** {@code storages.list}; from then on the page is told of changes. */
record StoragesListCommand(SiteAccess access, Supplier<Storages> storages, StorageWatch watch) {
    WorkResult run(Task task, Request.StoragesList request) {
        String origin = access.require(task, request.site(), Operation.STORAGES);
        // Watched before it is listed: what comes between is told.
        watch.add(origin, request.site().document());
        Storages now = storages.get();
        Language language = task.language();
        return new WorkResult.Storages(
                now.all().stream().map(each -> storage(each, language)).toList(),
                now.notListed().stream().map(each -> notListed(each, language)).toList());
    }

    private static WorkResult.Storages.Storage storage(KeyStorage storage, Language language) {
        return new WorkResult.Storages.Storage(
                storage.id(),
                storage.kind().wireName(),
                storage.label(language),
                storage.state().wireName(),
                token(storage.token().orElse(null)));
    }

    private static WorkResult.Storages.@Nullable Token token(@Nullable TokenFacts token) {
        if (token == null) {
            return null;
        }
        return new WorkResult.Storages.Token(
                token.product(),
                token.manner().wireName(),
                token.pin().wireName(),
                token.pinEntriesLeast(),
                token.pinEntriesMost(),
                token.makes().stream().sorted().map(KeyAlgorithm::wireName).toList());
    }

    private static WorkResult.Storages.NotListed notListed(NotListed each, Language language) {
        return new WorkResult.Storages.NotListed(
                each.name(), each.reason().wireName(), each.message(language), each.hint(language));
    }
}
