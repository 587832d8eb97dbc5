// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Lookout;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.Storages;

/**
 * The folders that the person named, in {@code folders.json}, format version 1. Ids are random: a page that sees one learns nothing about
 * the path.
 */
final class KnownFolders implements Storages.Folders {
    private static final int VERSION = 1;
    private static final int MOST = 1_000;

    private final Path list;
    private final DurableFiles files;
    private final ContainerFiles containers;
    private final ContainerPasswords passwords;
    private final SecureRandom random;

    /** With the mount point above it when it was named last; null for the root. */
    private record Known(String id, Path path, @Nullable Path mount) {
        /** What is mounted at the folder, or above it, only since then is what the person means now. */
        Known asMountedNow() {
            return MountPoint.of(path)
                    .filter(point -> mount == null || (!point.equals(mount) && point.startsWith(mount)))
                    .map(point -> new Known(id, path, point))
                    .orElse(this);
        }
    }

    /** The list in this file, which is made when it is needed. */
    KnownFolders(
            Path list,
            DurableFiles files,
            ContainerFiles containers,
            ContainerPasswords passwords,
            SecureRandom random) {
        this.list = list;
        this.files = files;
        this.containers = containers;
        this.passwords = passwords;
        this.random = random;
    }

    @Override
    public List<KeyStorage> known() {
        try {
            return read().stream().map(this::storage).toList();
        } catch (Fault e) {
            // Without the list this computer's own keys are still there; the file is left alone.
            return List.of();
        }
    }

    @Override
    public KeyStorage at(Path folder) {
        try (InterProcessLock _ = InterProcessLock.acquire(list.resolveSibling("folders.lock"))) {
            List<Known> all = new ArrayList<>(readable());
            for (Known each : all) {
                KeyStorage storage = storage(each);
                if (storage.isAt(folder)) {
                    return storage(remounted(all, each));
                }
            }
            ensureThere(folder.toAbsolutePath().normalize());
            Path path = folder.toAbsolutePath().normalize();
            Known added = new Known(newId(), path, MountPoint.of(path).orElse(null));
            all.add(added);
            files.replace(list, write(all), KnownFolders::parsed);
            return storage(added);
        }
    }

    private Known remounted(List<Known> all, Known known) {
        Known now = known.asMountedNow();
        if (!now.equals(known)) {
            all.set(all.indexOf(known), now);
            files.replace(list, write(all), KnownFolders::parsed);
        }
        return now;
    }

    @Override
    public StoragePrompt.Watch onChange(Runnable listener) {
        return new Lookout(this::seen, Lookout.OFTEN).watch(listener);
    }

    /** What a page would see of them. A folder gives events only of what happens in it, not when the drive beneath it comes or goes: so it is looked at. */
    private List<String> seen() {
        return known().stream().map(each -> each.id() + " " + each.state()).toList();
    }

    private KeyStorage storage(Known known) {
        return new FolderStorage(new Place.Named(known.id(), known.path(), known.mount()), containers, passwords);
    }

    private String newId() {
        byte[] octets = new byte[8];
        random.nextBytes(octets);
        return "folder-" + HexFormat.of().formatHex(octets);
    }

    /** A new folder in one that exists is what a person means by its name; where that is missing too, a medium was removed. */
    private void ensureThere(Path folder) {
        Path parent = folder.getParent();
        if (Files.notExists(folder) && parent != null && Files.isDirectory(parent)) {
            files.makeFolder(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new Fault(ErrorCode.STORAGE_NOT_FOUND, "there is no such folder");
        }
    }

    private List<Known> readable() {
        try {
            return read();
        } catch (Fault e) {
            if (e.code() != ErrorCode.JOURNAL_DAMAGED) {
                throw e;
            }
            files.keepAside(list);
            return List.of();
        }
    }

    private List<Known> read() {
        return files.read(list).map(KnownFolders::parsed).orElse(List.of());
    }

    private static byte[] write(List<Known> all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", VERSION);
            json.writeArrayFieldStart("folders");
            for (Known each : all) {
                json.writeStartObject();
                json.writeStringField("id", each.id());
                json.writeStringField("path", each.path().toString());
                Path mount = each.mount();
                if (mount != null) {
                    json.writeStringField("mount", mount.toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static List<Known> parsed(byte[] text) {
        try {
            Fields fields = Fields.of("folders", JsonText.read(text));
            Long version = fields.optionalWhole("formatVersion", 1, Integer.MAX_VALUE);
            if (version != null && version > VERSION) {
                throw new Fault(ErrorCode.JOURNAL_NEWER, "a newer version wrote the list of folders");
            }
            List<Known> all = new ArrayList<>();
            for (Json each : fields.items("folders", MOST)) {
                Fields folder = Fields.of("folder", each);
                String mount = folder.optionalText("mount", 1, 4096);
                all.add(new Known(
                        folder.text("id", 1, 64),
                        Path.of(folder.text("path", 1, 4096)),
                        mount == null ? null : Path.of(mount)));
                folder.end();
            }
            fields.end();
            return all;
        } catch (JsonException | InvalidPathException e) {
            throw new Fault(ErrorCode.JOURNAL_DAMAGED, "the list of folders cannot be read", e);
        }
    }
}
