// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A file system that is plugged in and pulled by mounting it: only within a name space of mounts of its own, see {@link DrivesOnRealFileSystemsTest}. */
final class RealDrive {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path point;
    private final List<String> mount;
    private final @Nullable Path image;

    private RealDrive(Path folder, List<String> mount, @Nullable Path image) throws IOException {
        this.folder = folder;
        this.point = Files.createDirectories(folder.resolve("media").resolve("ИВАНОВА"));
        this.mount = mount;
        this.image = image;
        Runtime.getRuntime().addShutdownHook(new Thread(this::pullAtTheEnd));
    }

    /** One in memory, which forgets what lies there when it is pulled. */
    static RealDrive inMemory(Path folder, String options) throws IOException {
        return new RealDrive(folder, List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs"), null);
    }

    /** One of exFAT, by the kernel or through FUSE, on an image. */
    static RealDrive exfat(Path folder) throws IOException {
        return new RealDrive(
                folder,
                knows("exfat") ? List.of("mount", "-t", "exfat") : List.of("mount.exfat-fuse"),
                image(folder, "mkfs.exfat", "-L", "KEYS"));
    }

    /** One of FAT, by the kernel or through FUSE, on an image. */
    static RealDrive fat(Path folder) throws IOException {
        boolean kernel = knows("vfat");
        return new RealDrive(
                folder,
                kernel ? List.of("mount", "-t", "vfat", "-o", "iocharset=utf8") : List.of("fusefat", "-o", "rw+"),
                image(folder, "mkfs.vfat", "-n", "KEYS"));
    }

    private static Path image(Path folder, String... maker) throws IOException {
        Path image = folder.resolve("drive.img");
        Files.write(image, new byte[8 << 20]);
        if (!run(join(List.of(maker), image.toString()))) {
            throw new TestAbortedException("no " + maker[0]);
        }
        return image;
    }

    private static boolean knows(String type) throws IOException {
        return Files.readString(Path.of("/proc/filesystems")).contains("\t" + type + "\n");
    }

    Path point() {
        return point;
    }

    RealDrive plug() {
        Path file = image;
        String device = "";
        if (file != null) {
            device = isOnADevice() ? attached(file) : file.toString();
        }
        List<String> command = join(mount, device, point.toString());
        boolean mounted = run(command);
        if (isOnADevice()) {
            must("losetup", "-d", device); // Let go of when it is unmounted, however this process ends.
        }
        if (!mounted) {
            throw new TestAbortedException("cannot mount: " + String.join(" ", command));
        }
        return this;
    }

    private boolean isOnADevice() {
        return image != null && !mount.getFirst().equals("fusefat");
    }

    private static String attached(Path file) {
        String device = out("losetup", "--find", "--show", file.toString());
        if (!device.startsWith("/dev/")) {
            throw new TestAbortedException("no loop devices");
        }
        return device;
    }

    /** As the system does when the thing is pulled: the folder is what it was before. */
    void pull() {
        must("umount", "-l", point.toString());
        Path file = image;
        if (file != null) {
            await("the device let go of")
                    .atMost(PATIENCE)
                    .until(() -> out("losetup", "-j", file.toString()).isEmpty());
        }
    }

    /** Ends what serves the file system: a process of it would keep the name space and the device. */
    private void pullAtTheEnd() {
        if (run(List.of("mountpoint", "-q", point.toString()))) {
            pull();
        }
    }

    /** The device dies, and the system has not noticed: what answers for the file system is gone. */
    void die() {
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            String[] arguments = each.info().arguments().orElse(new String[0]);
            if (List.of(arguments).contains(point.toString())) {
                each.destroyForcibly();
                each.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
                return;
            }
        }
        throw new TestAbortedException("the kernel's own file system does not die");
    }

    /** Whether the file system is whole, says the program that checks such. */
    void assertWhole(String checker) {
        Path file = image;
        assertThat(file).isNotNull();
        must(checker, "-n", String.valueOf(file));
    }

    static void must(String... command) {
        assertThat(run(List.of(command))).as(String.join(" ", command)).isTrue();
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String out(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> join(List<String> first, String... more) {
        List<String> all = new java.util.ArrayList<>(first);
        for (String each : more) {
            if (!each.isEmpty()) {
                all.add(each);
            }
        }
        return all;
    }

    Path folder() {
        return folder;
    }
}
