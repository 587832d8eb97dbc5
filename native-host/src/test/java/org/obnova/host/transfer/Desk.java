// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.obnova.host.person.FakeTransfers;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.storage.folder.KeyFiles;
import org.obnova.host.storage.folder.cryptopro.SampleContainer;

/** A host over a home folder, with a person who takes keys in and out. */
final class Desk {
    private final Workplace host;
    private final FakeTransfers transfers = new FakeTransfers();
    private final Directories directories;
    private final Path home;

    Desk(Path home, TestAuthority authority) {
        this.home = home;
        this.host = new Workplace(home, FileActions.disk(), authority.root());
        this.directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
    }

    Workplace host() {
        return host;
    }

    FakeTransfers transfers() {
        return transfers;
    }

    Imports imports() {
        return new Imports(
                host.storages(),
                FolderMedia.sources(directories, new DurableFiles(FileActions.disk())),
                transfers,
                host.person(),
                host.person());
    }

    Exports exports() {
        return new Exports(
                host.storages(),
                new KeyFiles(new DurableFiles(FileActions.disk()), new SecureRandom()),
                transfers,
                host.person(),
                home);
    }

    /** Puts the files of a container of CryptoPro CSP into a folder. */
    static Path put(Path folder, SampleContainer container) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> each : container.files().entrySet()) {
            Files.write(folder.resolve(each.getKey()), each.getValue());
        }
        return folder;
    }
}
