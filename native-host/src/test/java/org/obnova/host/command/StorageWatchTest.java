// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.person.FakePerson;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Consents;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;

class StorageWatchTest {
    private static final String SITE = "https://extern.example";

    @TempDir
    Path home;

    private final List<List<String>> told = new ArrayList<>();
    private final Sockets sockets = new Sockets();

    @Test
    void change_beToldToThePagesThatAsked_inOneNotification() {
        Consents consents = consents(SITE);
        StorageWatch watch = watch(consents);
        watch.add(SITE, "one");
        watch.add(SITE, "two");
        watch.add(SITE, "one");

        sockets.change();

        assertThat(told).containsExactly(List.of("two", "one"));
    }

    @Test
    void nothing_beWatched_beforeAPageAsks() {
        watch(consents(SITE));

        assertThat(sockets.listener).isNull();
    }

    @Test
    void change_notBeToldToAPage_whoseConsentWasTakenBack() {
        Consents consents = consents(SITE, "https://other.example");
        StorageWatch watch = watch(consents);
        watch.add(SITE, "one");
        watch.add("https://other.example", "two");

        consents.revoke(SITE, Operation.STORAGES);
        sockets.change();

        assertThat(told).containsExactly(List.of("two"));
    }

    @Test
    void watching_end_whenNoPageHasAConsentAnyMore_andBeginAgainWithTheNextOne() {
        Consents consents = consents(SITE);
        StorageWatch watch = watch(consents);
        watch.add(SITE, "one");
        consents.revoke(SITE, Operation.STORAGES);

        sockets.change();
        assertThat(told).isEmpty();
        assertThat(sockets.listener).isNull();

        consents.give(SITE, Operation.STORAGES);
        watch.add(SITE, "two");
        sockets.change();
        assertThat(told).containsExactly(List.of("two"));
    }

    @Test
    void pages_beBounded_andTheLongestSilentLeaveFirst() {
        StorageWatch watch = watch(consents(SITE));
        IntStream.rangeClosed(1, StorageWatch.MOST + 2).forEach(i -> watch.add(SITE, "page-" + i));

        sockets.change();

        assertThat(told.getFirst()).hasSize(StorageWatch.MOST).startsWith("page-3");
    }

    private Consents consents(String... origins) {
        Consents consents = new Consents(home.resolve("consents.json"), InstantSource.system());
        for (String origin : origins) {
            consents.give(origin, Operation.STORAGES);
        }
        return consents;
    }

    private StorageWatch watch(Consents consents) {
        ConsentDesk desk = new ConsentDesk(consents, new FakePerson());
        Directories directories = new Directories(home, home, home, home);
        Storages storages = FolderMedia.storages(
                directories,
                new DurableFiles(FileActions.disk()),
                new SecureRandom(),
                InstantSource.system(),
                new FakePerson(),
                sockets,
                Media.none());
        return new StorageWatch(() -> desk, () -> storages, told::add);
    }

    /** Media with nothing in them, which change when the test says so. */
    private static final class Sockets implements Media {
        private @Nullable Runnable listener;

        void change() {
            Runnable present = listener;
            if (present != null) {
                present.run();
            }
        }

        @Override
        public List<KeyStorage> present() {
            return List.of();
        }

        @Override
        public List<NotListed> notListed() {
            return List.of();
        }

        @Override
        public StoragePrompt.Watch onChange(Runnable told) {
            assertThat(listener).as("one watch is enough for all pages").isNull();
            listener = told;
            return () -> listener = null;
        }
    }
}
