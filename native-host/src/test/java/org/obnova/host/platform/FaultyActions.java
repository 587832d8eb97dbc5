// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The disk, on which at one point of the count something happens; each operation has two points, before it and after it. */
public final class FaultyActions implements FileActions {
    /** What happens. */
    public enum Mishap {
        /** The process dies. A write that dies before its end leaves half of the content. */
        KILL,
        /** The system says that the disk is full; half of a write is there. */
        FULL,
        /** The system says that the device failed. */
        FAILED
    }

    /** The death of the process: no code of ours catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileActions disk = FileActions.disk();
    private final Mishap mishap;
    private final int at;
    private final boolean atomicRename;
    private final List<String> log = new ArrayList<>();
    private int count;

    /**
     * Prepares one mishap.
     *
     * @param at the point at which it happens, from 1; 0 for never
     */
    public FaultyActions(Mishap mishap, int at, boolean atomicRename) {
        this.mishap = mishap;
        this.at = at;
        this.atomicRename = atomicRename;
    }

    /** How many points there were. */
    public int points() {
        return count;
    }

    /** The operations performed, e.g. {@code rename journal.json}. */
    public List<String> log() {
        return log;
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        point();
        disk.makeFolder(folder);
        log.add("folder " + folder.getFileName());
        point();
    }

    @Override
    public void writeNew(Path file, byte[] content) throws IOException {
        if (++count == at) {
            disk.writeNew(file, Arrays.copyOf(content, content.length / 2));
            happen();
        }
        disk.writeNew(file, content);
        log.add("write " + file.getFileName());
        point();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        point();
        disk.rename(from, to);
        log.add("rename " + to.getFileName());
        point();
    }

    @Override
    public void delete(Path file) throws IOException {
        if (dead()) {
            // A dead process tidies nothing up.
            throw new Killed();
        }
        point();
        disk.delete(file);
        log.add("delete " + file.getFileName());
        point();
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        point();
        disk.syncFolder(folder);
        log.add("sync " + folder.getFileName());
        point();
    }

    @Override
    public boolean renamesAtomically(Path folder) {
        return atomicRename;
    }

    private void point() throws IOException {
        if (++count == at) {
            happen();
        }
    }

    private boolean dead() {
        return mishap == Mishap.KILL && at != 0 && count >= at;
    }

    private void happen() throws IOException {
        switch (mishap) {
            case KILL -> throw new Killed();
            case FULL -> throw new IOException("No space left on device");
            case FAILED -> throw new IOException("Input/output error");
        }
    }
}
