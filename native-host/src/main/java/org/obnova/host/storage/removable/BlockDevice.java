// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block device as sysfs describes it (Documentation/ABI/stable/sysfs-block): a disk, a partition of one, or what lies on others (an encrypted partition).
 *
 * @param folder of the device in sysfs, without links
 * @param disk the folder of the disk of which it is a partition; the same for a disk
 */
record BlockDevice(Path folder, Path disk) {
    private static final int SECTOR = 512;
    private static final int DEEPEST = 4;

    /**
     * The device of that number.
     *
     * @param numbers e.g. {@code 8:17}
     * @return empty where the file system is on no device (network, memory), or the device is gone
     */
    static Optional<BlockDevice> of(Path sys, String numbers) {
        try {
            return Optional.of(at(sys.resolve("dev/block").resolve(numbers).toRealPath()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BlockDevice at(Path folder) {
        Path parent = folder.getParent();
        boolean partition = Files.exists(folder.resolve("partition")) && parent != null;
        return new BlockDevice(folder, partition ? Objects.requireNonNull(parent) : folder);
    }

    /** The name in {@code /dev}, e.g. {@code sdb1}. */
    String name() {
        return Objects.requireNonNull(folder.getFileName(), "a device has a name")
                .toString();
    }

    /** What it is, where it is removable; empty for what stays in the computer, for discs that nobody can write, and for images (loop devices). */
    Optional<DriveSort> sort() {
        return sort(0);
    }

    private Optional<DriveSort> sort(int depth) {
        List<BlockDevice> under = depth < DEEPEST ? slaves() : List.of();
        if (!under.isEmpty()) {
            List<Optional<DriveSort>> sorts =
                    under.stream().map(each -> each.sort(depth + 1)).toList();
            return sorts.stream().allMatch(Optional::isPresent) ? sorts.getFirst() : Optional.empty();
        }
        String name = disk.getFileName() == null ? "" : disk.getFileName().toString();
        if (name.startsWith("sr")) {
            return Optional.empty();
        }
        if (name.startsWith("fd")) {
            return Optional.of(DriveSort.DISKETTE);
        }
        if (name.startsWith("mmcblk")) {
            return text(disk.resolve("device/type")).filter("SD"::equals).map(sd -> DriveSort.CARD);
        }
        boolean usb = false;
        for (Path part : disk) {
            usb |= part.toString().matches("usb[0-9]+");
        }
        if (text(disk.resolve("removable")).filter("1"::equals).isPresent()) {
            // A diskette drive on USB says "removable" too, and has the size of a diskette.
            return Optional.of(usb && octets() > 0 && octets() < 3_000_000 ? DriveSort.DISKETTE : DriveSort.FLASH);
        }
        return usb ? Optional.of(DriveSort.DISK) : Optional.empty();
    }

    /** The whole disk's size; 0 where it is not known. */
    long octets() {
        try {
            return text(disk.resolve("size")).map(Long::parseLong).orElse(0L) * SECTOR;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Vendor and model, as the drive calls itself; null where it does not. */
    @Nullable
    String maker() {
        String vendor = text(disk.resolve("device/vendor")).orElse("");
        String model = text(disk.resolve("device/model"))
                .or(() -> text(disk.resolve("device/name")))
                .orElse("");
        String both = (vendor + " " + model).strip();
        return both.isEmpty() || both.matches("(?i)(generic|usb|flash|disk|mass|storage|device| )*") ? null : both;
    }

    /** What changes each time a drive is plugged in: the kernel never gives the number of an event twice. */
    String sequence() {
        return text(disk.resolve("diskseq")).orElse("");
    }

    /** What this one lies on, as an encrypted partition does. */
    private List<BlockDevice> slaves() {
        List<BlockDevice> found = new ArrayList<>();
        try (DirectoryStream<Path> slaves = Files.newDirectoryStream(disk.resolve("slaves"))) {
            for (Path each : slaves) {
                found.add(at(each.toRealPath()));
            }
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
