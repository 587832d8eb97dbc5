// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The drives of Linux: what is mounted says the kernel's table, whether it is removable says sysfs, how it is called say udev's links. None of it needs rights, a daemon
 * or a native library.
 */
final class LinuxDrives implements DriveTable {
    /** Never written, or not what a person keeps files on. */
    private static final Set<String> WITHOUT_FILES = Set.of("squashfs", "iso9660", "udf", "erofs", "cramfs", "romfs");

    /** Where systems, those started from a flash drive included, have their own parts. What people plug in is mounted elsewhere. */
    private static final List<Path> OF_THE_SYSTEM = List.of(
            Path.of("/boot"),
            Path.of("/efi"),
            Path.of("/usr"),
            Path.of("/var"),
            Path.of("/etc"),
            Path.of("/opt"),
            Path.of("/root"),
            Path.of("/srv"),
            Path.of("/tmp"),
            Path.of("/nix"),
            Path.of("/snap"),
            Path.of("/lib"),
            Path.of("/sysroot"),
            Path.of("/run/live"),
            Path.of("/run/initramfs"),
            Path.of("/cdrom"),
            Path.of("/proc"),
            Path.of("/sys"),
            Path.of("/dev"));

    private static final List<Path> WHOLE = List.of(Path.of("/"), Path.of("/home"));

    /** Where the last folder's name is the volume's label, or its UUID where it has none. */
    private static final List<Path> NAMED_BY_LABEL = List.of(Path.of("/media"), Path.of("/run/media"));

    private final Path system;
    private final DiskLinks links;

    /**
     * Reads there.
     *
     * @param system {@code /}, or a folder of a test that stands for it
     */
    LinuxDrives(Path system) {
        this.system = system;
        this.links = new DiskLinks(system.resolve("dev"));
    }

    @Override
    public List<Drive> read(Set<Path> named) {
        Map<String, Drive> drives = new LinkedHashMap<>();
        for (Mount mount : mounts()) {
            if (!drives.containsKey(mount.device())) {
                drive(mount, named).ifPresent(drive -> drives.put(mount.device(), drive));
            }
        }
        return List.copyOf(drives.values());
    }

    @Override
    public boolean isThere(Drive drive) {
        return mounts().stream()
                .anyMatch(mount ->
                        in(mount.point()).equals(drive.root()) && plug(mount).equals(drive.plug()));
    }

    private Optional<Drive> drive(Mount mount, Set<Path> named) {
        Optional<BlockDevice> device = BlockDevice.of(system.resolve("sys"), mount.device());
        boolean wanted = named.contains(mount.point());
        Optional<DriveSort> sort = wanted
                ? device.flatMap(BlockDevice::sort).or(() -> Optional.of(DriveSort.OTHER))
                : device.filter(known -> isForFiles(mount)).flatMap(BlockDevice::sort);
        if (sort.isEmpty() || !Files.isReadable(in(mount.point()))) {
            return Optional.empty(); // Another person's, where it cannot be read.
        }
        String node = device.map(BlockDevice::name).orElse("");
        String uuid = links.uuid(node).orElse(null);
        return Optional.of(new Drive(
                identity(mount, uuid, device),
                plug(mount),
                in(mount.point()),
                sort.get(),
                links.label(node).orElseGet(() -> nameOfPlace(mount, uuid, wanted)),
                device.map(BlockDevice::maker).orElse(null),
                device.map(BlockDevice::octets).orElse(0L)));
    }

    /** Two copies of a drive have one UUID: the size of their disks, where it differs, tells them apart. Without udev only the place is known. */
    private static String identity(Mount mount, @Nullable String uuid, Optional<BlockDevice> device) {
        return uuid == null
                ? "place " + mount.point()
                : "uuid " + uuid + " " + device.map(BlockDevice::octets).orElse(0L);
    }

    /** The number of a device is given again; the kernel's number of the plugging never is (diskseq, since Linux 5.15). */
    private String plug(Mount mount) {
        return mount.device() + " "
                + BlockDevice.of(system.resolve("sys"), mount.device())
                        .map(BlockDevice::sequence)
                        .orElse("gone");
    }

    private static @Nullable String nameOfPlace(Mount mount, @Nullable String uuid, boolean wanted) {
        Path name = mount.point().getFileName();
        boolean telling = wanted || NAMED_BY_LABEL.stream().anyMatch(mount.point()::startsWith);
        return name == null || !telling || name.toString().equals(uuid) ? null : name.toString();
    }

    private static boolean isForFiles(Mount mount) {
        return mount.root().equals("/")
                && !WITHOUT_FILES.contains(mount.type())
                && !WHOLE.contains(mount.point())
                && OF_THE_SYSTEM.stream().noneMatch(mount.point()::startsWith);
    }

    private List<Mount> mounts() {
        try {
            List<Mount> mounts = new ArrayList<>();
            // In the encoding of file names, which is that of the process; the table is ASCII and names.
            byte[] table = Files.readAllBytes(system.resolve("proc/self/mountinfo"));
            new String(table, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> Mount.parse(line).ifPresent(mounts::add));
            return mounts;
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path in(Path point) {
        return system.resolve(Path.of("/").relativize(point));
    }
}
