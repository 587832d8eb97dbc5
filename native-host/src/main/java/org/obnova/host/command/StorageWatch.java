// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;

/**
 * Tells pages that media have come or gone: those that asked for the media and still hold the consent. A page that was closed is not known to be so: the
 * extension drops what is told to it. So that the list stays short, the page that asked longest ago leaves it when there are too many.
 */
final class StorageWatch {
    /** How many pages are told. */
    static final int MOST = 64;

    private final Supplier<ConsentDesk> desk;
    private final Supplier<Storages> storages;
    private final Consumer<List<String>> tell;
    private final SequencedSet<Page> pages = new LinkedHashSet<>();

    private StoragePrompt.@Nullable Watch watch;

    private record Page(String origin, String document) {}

    /** @param tell is given the documents that a change concerns */
    StorageWatch(Supplier<ConsentDesk> desk, Supplier<Storages> storages, Consumer<List<String>> tell) {
        this.desk = desk;
        this.storages = storages;
        this.tell = tell;
    }

    /** The page asks for the media. */
    synchronized void add(String origin, String document) {
        Page page = new Page(origin, document);
        pages.remove(page);
        pages.addLast(page);
        if (pages.size() > MOST) {
            pages.removeFirst();
        }
        if (watch == null) {
            watch = storages.get().onChange(this::changed);
        }
    }

    private void changed() {
        List<String> documents = consenting();
        if (!documents.isEmpty()) {
            tell.accept(documents);
        }
    }

    private synchronized List<String> consenting() {
        ConsentDesk now = desk.get();
        for (Iterator<Page> all = pages.iterator(); all.hasNext(); ) {
            Page page = all.next();
            if (!now.allows(page.origin(), page.document(), Operation.STORAGES)) {
                all.remove();
            }
        }
        StoragePrompt.Watch present = watch;
        if (pages.isEmpty() && present != null) {
            present.close();
            watch = null;
        }
        return pages.stream().map(Page::document).distinct().toList();
    }
}
