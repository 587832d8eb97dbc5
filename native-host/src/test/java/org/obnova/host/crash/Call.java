// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call as strace wrote it down.
 *
 * @param thread the caller's
 * @param time seconds since 1970, in which calls of different threads are ordered
 * @param paths those that it names, by their text or by their descriptor
 * @param text the whole line
 */
record Call(String thread, double time, String name, List<String> paths, String text) {
    /** Those that change a file system, by their names on Linux (all of {@code man 2 syscalls} that do). */
    static final List<String> CHANGING = List.of(
            "write",
            "pwrite64",
            "writev",
            "pwritev",
            "pwritev2",
            "fsync",
            "fdatasync",
            "sync_file_range",
            "syncfs",
            "rename",
            "renameat",
            "renameat2",
            "unlink",
            "unlinkat",
            "rmdir",
            "mkdir",
            "mkdirat",
            "ftruncate",
            "truncate",
            "fallocate",
            "chmod",
            "fchmod",
            "fchmodat",
            "chown",
            "fchown",
            "fchownat",
            "link",
            "linkat",
            "symlink",
            "symlinkat",
            "mknod",
            "mknodat",
            "setxattr",
            "fsetxattr",
            "utimensat",
            "copy_file_range",
            "sendfile",
            "splice",
            "msync");

    /** Those that open; of these the ones count that may write. */
    static final List<String> OPENING = List.of("open", "openat", "openat2", "creat");

    private static final Set<String> CREATING = Set.of("O_CREAT", "O_WRONLY", "O_RDWR", "O_TRUNC");
    private static final Pattern LINE = Pattern.compile("([0-9]+\\.[0-9]+) ([a-z_0-9]+)\\((.*)");
    private static final Pattern NAMED = Pattern.compile("\"(/[^\"]*)\"");
    private static final Pattern DESCRIPTOR = Pattern.compile("(?:^|, )[0-9]+<(/[^>]*)>");

    /** Reads a line; empty where it is no call. */
    static Optional<Call> of(String thread, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        return Optional.of(
                new Call(thread, Double.parseDouble(matcher.group(1)), name, paths(name, matcher.group(3)), line));
    }

    private static List<String> paths(String name, String arguments) {
        // What is written is a quoted text too, and may look like a path.
        boolean byDescriptor = arguments.matches("[0-9]+<.*") && !name.endsWith("at") && !name.endsWith("at2");
        Matcher matcher = (byDescriptor ? DESCRIPTOR : NAMED).matcher(arguments);
        List<String> paths = new ArrayList<>();
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return List.copyOf(paths);
    }

    /** Whether it may change a file system. */
    boolean changes() {
        return CHANGING.contains(name)
                || name.equals("creat")
                || CREATING.stream().anyMatch(this::flag);
    }

    /** Whether it is of this file or folder. */
    boolean is(String wanted, String path) {
        return name.equals(wanted) && paths.contains(path);
    }

    private boolean flag(String flag) {
        return OPENING.contains(name) && text.contains(flag);
    }
}
