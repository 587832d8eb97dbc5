// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.storage.KeySource;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.v1.ContainerCodec;

/** The media at hand: those that are folders, at their places on this computer, and those that come and go. */
public final class FolderMedia {
    /** The id of the medium «this computer». */
    public static final String COMPUTER = "computer";

    private FolderMedia() {}

    /**
     * Lists nothing yet.
     *
     * @param random for salts and ids
     * @param prompt asks for the passwords of containers
     * @param tokens media that come and go, with drivers
     * @param drives media that come and go, with files
     */
    public static Storages storages(
            Directories directories,
            DurableFiles files,
            SecureRandom random,
            InstantSource clock,
            PasswordPrompt prompt,
            Media tokens,
            Media drives) {
        ContainerPasswords passwords = new ContainerPasswords(prompt);
        ContainerFiles containers = containers(directories, files, random, clock);
        return new Storages(
                new FolderStorage(new Place.Computer(COMPUTER, directories.containers()), containers, passwords),
                new KnownFolders(directories.state().resolve("folders.json"), files, containers, passwords, random),
                tokens,
                drives);
    }

    /** Makes storages of removable media; the parameters are as those of {@link #storages}. */
    public static VolumeStorages volumes(
            Directories directories,
            DurableFiles files,
            SecureRandom random,
            InstantSource clock,
            PasswordPrompt prompt) {
        return new VolumeStorages(containers(directories, files, random, clock), new ContainerPasswords(prompt));
    }

    private static ContainerFiles containers(
            Directories directories, DurableFiles files, SecureRandom random, InstantSource clock) {
        return new ContainerFiles(
                files,
                new ContainerCodec(),
                seen(directories, files),
                directories.state().resolve("locks"),
                random,
                clock);
    }

    /** Opens files and folders that the person names, to take keys in. */
    public static KeySource.Opening sources(Directories directories, DurableFiles files) {
        return new FolderSources(new ContainerCodec(), seen(directories, files));
    }

    private static SeenFiles seen(Directories directories, DurableFiles files) {
        return new SeenFiles(directories.state().resolve("seen.json"), files);
    }
}
