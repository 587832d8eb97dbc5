// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Who may change a library: whoever can, runs code in the person's name. Each folder and link on the way to the file is looked at, as
 * the system would walk it.
 */
final class Custody {
    private static final int MOST_STEPS = 200;
    private static final int ROOT = 0;
    private static final int STICKY = 01000;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    /** What was found. */
    sealed interface Finding {
        /** The file without links on its way. */
        record Kept(Path real) implements Finding {}

        /** Somebody else could change it there. */
        record Open(Path where) implements Finding {}

        /** There is no such file. */
        record Missing() implements Finding {}

        /** The system does not tell. */
        record Unknown() implements Finding {}
    }

    private final int person;
    private final boolean strict;

    /**
     * @param person whose files count as the person's own
     * @param strict nobody but the person and the system's administrator may change the file or its way; else only what anybody may change is refused
     */
    Custody(int person, boolean strict) {
        this.person = person;
        this.strict = strict;
    }

    /** Walks the path from the root. */
    Finding of(Path path) {
        Path root = path.toAbsolutePath().getRoot();
        if (!root.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return withoutModes(path);
        }
        try {
            return walk(path.toAbsolutePath(), root);
        } catch (IOException e) {
            return new Finding.Missing();
        }
    }

    private Finding walk(Path path, Path root) throws IOException {
        Deque<Path> ahead = new ArrayDeque<>();
        push(ahead, path);
        Path at = root;
        boolean sticky = false;
        for (int steps = 0; !ahead.isEmpty(); steps++) {
            if (steps > MOST_STEPS) {
                return new Finding.Missing(); // Links in a ring.
            }
            Path name = ahead.pop();
            if (name.toString().equals("..")) {
                at = at.getParent() == null ? root : at.getParent();
                continue;
            }
            Path next = at.resolve(name);
            Entry entry = Entry.of(next);
            if (isOpen(entry, sticky)) {
                return new Finding.Open(next);
            }
            if (entry.isLink()) {
                Path target = Files.readSymbolicLink(next);
                push(ahead, target);
                at = target.isAbsolute() ? root : at;
                sticky = !target.isAbsolute() && sticky;
            } else {
                at = next;
                sticky = entry.isSticky();
            }
        }
        return Files.isRegularFile(at) ? new Finding.Kept(at) : new Finding.Missing();
    }

    /** @param inSticky whether the entry lies in a folder where anybody may add files, but only the owner remove them */
    private boolean isOpen(Entry entry, boolean inSticky) {
        boolean ours = entry.owner() == ROOT || entry.owner() == person;
        if (!ours && (strict || inSticky)) {
            return true;
        }
        if (entry.isLink() || entry.isSticky()) {
            return false; // A link's mode means nothing; what lies in a sticky folder is looked at next.
        }
        // A group of the same number as the person is the person's own, as most Linux systems make them.
        boolean byGroup = entry.has(GROUP_WRITES) && entry.group() != ROOT && entry.group() != person;
        return entry.has(OTHERS_WRITE) || (strict && byGroup);
    }

    /** A file, folder or link itself. */
    private record Entry(int mode, int owner, int group) {
        private static final int TYPE = 0170000;
        private static final int LINK = 0120000;
        private static final int FOLDER = 0040000;

        static Entry of(Path path) throws IOException {
            return new Entry(number(path, "unix:mode"), number(path, "unix:uid"), number(path, "unix:gid"));
        }

        boolean has(int bit) {
            return (mode & bit) != 0;
        }

        boolean isLink() {
            return (mode & TYPE) == LINK;
        }

        boolean isSticky() {
            return (mode & TYPE) == FOLDER && has(STICKY);
        }

        private static int number(Path path, String attribute) throws IOException {
            Object value = Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS);
            if (value instanceof Integer number) {
                return number;
            }
            throw new IOException("the system does not tell " + attribute);
        }
    }

    private Finding withoutModes(Path path) {
        if (!Files.isRegularFile(path)) {
            return new Finding.Missing();
        }
        if (strict) {
            return new Finding.Unknown();
        }
        try {
            return new Finding.Kept(path.toRealPath());
        } catch (IOException e) {
            return new Finding.Missing();
        }
    }

    private static void push(Deque<Path> ahead, Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            String name = path.getName(i).toString();
            if (!name.isEmpty() && !name.equals(".")) {
                ahead.push(path.getName(i));
            }
        }
    }
}
