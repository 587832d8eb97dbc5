// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A flash drive made of software: an image of exFAT, served through FUSE. It is plugged in by mounting it, so this process must be one of root's with a name space of mounts of its own
 * ({@code unshare --mount}): the machine's mounts stay as they are. To the host it is a drive because the person's settings name its mount point.
 */
public final class FlashDrive implements AutoCloseable {
    /** The volume's label. */
    public static final String LABEL = "ИВАНОВА";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OCTETS = 16 << 20;
    private static final String SERVER = "mount.exfat-fuse";

    private final Path image;
    private final Path point;

    private FlashDrive(Path image, Path point) {
        this.image = image;
        this.point = point;
    }

    /** Makes a drive, empty and not plugged in. */
    public static FlashDrive setUp(Path folder) throws IOException {
        long starter = ProcessHandle.current()
                .parent()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IllegalStateException("nobody started this"));
        if (must("readlink", "/proc/self/ns/mnt").equals(must("readlink", "/proc/" + starter + "/ns/mnt"))) {
            throw new IllegalStateException("start this with: unshare --mount --propagation private");
        }
        Path image = Files.createDirectories(folder).resolve("drive.img");
        Files.write(image, new byte[OCTETS]);
        must("mkfs.exfat", "-L", "KEYS", image.toString());
        Path point = Files.createDirectories(folder.resolve("media").resolve(LABEL));
        return new FlashDrive(image, point.toAbsolutePath());
    }

    /** Where it appears: for the host's settings. */
    public Path point() {
        return point;
    }

    /** Where the host keeps its containers on it. */
    public Path containers() {
        return point.resolve("Obnova");
    }

    /** Plugs it in. */
    public FlashDrive plug() {
        String device = must("losetup", "--find", "--show", image.toString());
        must(SERVER, device, point.toString());
        must("losetup", "--detach", device); // When it is unmounted, however that comes about.
        return this;
    }

    /** Pulls it, as a person does who does not look. */
    public void pull() {
        List<ProcessHandle> server = server().toList();
        must("umount", "--lazy", point.toString());
        server.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await("the drive let go of")
                .atMost(PATIENCE)
                .until(() -> must("losetup", "--associated", image.toString()).isEmpty());
    }

    @Override
    public void close() {
        if (server().findAny().isPresent()) {
            pull();
        }
    }

    private Stream<ProcessHandle> server() {
        return ProcessHandle.allProcesses()
                .filter(each ->
                        List.of(each.info().arguments().orElse(new String[0])).contains(point.toString()));
    }

    private static String must(String... command) {
        Program.Result result = run(command);
        if (result.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result.output());
        }
        return result.output().strip();
    }

    private static Program.Result run(String... command) {
        return Program.run(Map.of(), List.of(command));
    }
}
