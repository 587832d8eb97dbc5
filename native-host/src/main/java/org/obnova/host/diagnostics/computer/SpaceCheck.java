// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.platform.Directories;
import org.obnova.host.workstation.Words;

/** Whether there is room on the disks on which the host keeps things. */
public final class SpaceCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("disk", "Место на диске", "Room on the disk");
    private static final long MEGA = 1024L * 1024;

    /** A renewal writes less than one; the rest is for what else runs. */
    private static final long NEEDED = 16 * MEGA;

    private static final long COMFORTABLE = 200 * MEGA;
    private static final Words FREE = new Words(
            "Освободите место: очистите корзину и удалите ненужные файлы.",
            "Free some room: empty the trash and remove files that you do not need.");

    private final List<Path> folders;
    private final Room room;

    /** How much room there is. */
    @FunctionalInterface
    public interface Room {
        /** In octets, of a folder that is there. */
        long at(Path folder) throws IOException;

        /** As the system tells. */
        static Room ofTheSystem() {
            return folder -> Files.getFileStore(folder).getUsableSpace();
        }
    }

    /** Of one person. */
    public SpaceCheck(Directories directories, Room room) {
        this.folders = List.of(directories.containers(), directories.state());
        this.room = room;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        long least = Long.MAX_VALUE;
        for (Path folder : folders) {
            Path there = nearest(folder);
            try {
                least = there == null ? least : Math.min(least, room.at(there));
            } catch (IOException e) {
                return SUBJECT.unknown(
                        "not-seen",
                        "Система не говорит, сколько места.",
                        "The system does not tell how much there is.");
            }
        }
        Words detail = new Words("Свободно " + least / MEGA + " МБ.", least / MEGA + " MB are free.");
        if (least < NEEDED) {
            return SUBJECT.problem("full", detail, FREE);
        }
        return least < COMFORTABLE
                ? SUBJECT.warning("little", detail, FREE)
                : SUBJECT.ok(detail.russian(), detail.english());
    }

    private static @Nullable Path nearest(Path folder) {
        Path at = folder;
        while (at != null && !Files.isDirectory(at)) {
            at = at.getParent();
        }
        return at;
    }
}
