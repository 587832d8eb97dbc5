// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a Linux shows of its disks in /proc, /sys and /dev, laid out in a folder as real ones do. */
final class PretendedLinux {
    private final Path root;
    private final List<String> mounts = new ArrayList<>();

    PretendedLinux(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("proc/self"));
        Files.createDirectories(root.resolve("sys/dev/block"));
        Files.createDirectories(root.resolve("dev/disk/by-uuid"));
        Files.createDirectories(root.resolve("dev/disk/by-label"));
        write();
    }

    Path root() {
        return root;
    }

    /**
     * A disk.
     *
     * @param bus its folder beneath /sys/devices
     */
    PretendedLinux disk(String numbers, String bus, String name, boolean removable, long sectors) throws IOException {
        Path folder = Files.createDirectories(
                root.resolve("sys/devices").resolve(bus).resolve("block").resolve(name));
        Files.writeString(folder.resolve("removable"), removable ? "1\n" : "0\n");
        Files.writeString(folder.resolve("size"), sectors + "\n");
        Files.writeString(folder.resolve("diskseq"), "7\n");
        link(numbers, folder);
        return this;
    }

    /** What the disk says of itself. */
    PretendedLinux says(String bus, String name, String attribute, String value) throws IOException {
        Path device = Files.createDirectories(root.resolve("sys/devices")
                .resolve(bus)
                .resolve("block")
                .resolve(name)
                .resolve("device"));
        Files.writeString(device.resolve(attribute), value + "\n");
        return this;
    }

    PretendedLinux plugging(String bus, String name, int sequence) throws IOException {
        Files.writeString(
                root.resolve("sys/devices")
                        .resolve(bus)
                        .resolve("block")
                        .resolve(name)
                        .resolve("diskseq"),
                sequence + "\n");
        return this;
    }

    PretendedLinux partition(String numbers, String bus, String disk, String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve("sys/devices")
                .resolve(bus)
                .resolve("block")
                .resolve(disk)
                .resolve(name));
        Files.writeString(folder.resolve("partition"), "1\n");
        link(numbers, folder);
        return this;
    }

    /** An encrypted partition, opened. */
    PretendedLinux mapped(String numbers, String name, String onNumbers) throws IOException {
        Path device = root.resolve("sys/devices/virtual/block").resolve(name);
        Path folder = Files.createDirectories(device.resolve("slaves"));
        Path on = root.resolve("sys/dev/block").resolve(onNumbers).toRealPath();
        Files.createSymbolicLink(folder.resolve("below"), folder.relativize(on));
        link(numbers, device);
        return this;
    }

    private void link(String numbers, Path folder) throws IOException {
        Path block = root.resolve("sys/dev/block");
        Files.createSymbolicLink(block.resolve(numbers), block.relativize(folder));
    }

    PretendedLinux uuid(String uuid, String device) throws IOException {
        Files.createSymbolicLink(root.resolve("dev/disk/by-uuid").resolve(uuid), Path.of("../../" + device));
        return this;
    }

    PretendedLinux label(String link, String device) throws IOException {
        Files.createSymbolicLink(root.resolve("dev/disk/by-label").resolve(link), Path.of("../../" + device));
        return this;
    }

    PretendedLinux mount(String numbers, String point, String type) throws IOException {
        return mount(numbers, "/", point, type);
    }

    PretendedLinux mount(String numbers, String folder, String point, String type) throws IOException {
        Files.createDirectories(root.resolve(point.substring(1)));
        mounts.add("%d 27 %s %s %s rw,nosuid,relatime shared:5 - %s /dev/x rw"
                .formatted(40 + mounts.size(), numbers, folder, point.replace(" ", "\\040"), type));
        write();
        return this;
    }

    PretendedLinux unmount(String point) throws IOException {
        mounts.removeIf(line -> line.contains(" " + point.replace(" ", "\\040") + " "));
        write();
        return this;
    }

    /** The device is gone, before the system has noticed it. */
    PretendedLinux yank(String numbers) throws IOException {
        Files.delete(root.resolve("sys/dev/block").resolve(numbers));
        return this;
    }

    private void write() throws IOException {
        Files.write(root.resolve("proc/self/mountinfo"), mounts);
    }
}
