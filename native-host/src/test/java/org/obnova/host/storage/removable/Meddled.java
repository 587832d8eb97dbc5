// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.obnova.host.platform.FileActions;

/** The real disk; something happens before one of its steps, once. */
final class Meddled implements FileActions {
    private final FileActions disk = FileActions.disk();
    private final String step;
    private final @Nullable Path where;
    private final Runnable happening;
    private boolean happened;

    Meddled(String step, Runnable happening) {
        this(step, null, happening);
    }

    /** @param where the step counts beneath this folder only; null: anywhere */
    Meddled(String step, @Nullable Path where, Runnable happening) {
        this.step = step;
        this.where = where;
        this.happening = happening;
    }

    private void before(String name, Path at) {
        boolean here = where == null || at.startsWith(where);
        if (!happened && here && name.equals(step)) {
            happened = true;
            happening.run();
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        before("makeFolder", folder);
        disk.makeFolder(folder);
    }

    @Override
    public void writeNew(Path file, byte[] content) throws IOException {
        before("writeNew", file);
        disk.writeNew(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        before("rename", from);
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        before("syncFolder", folder);
        disk.syncFolder(folder);
    }

    @Override
    public boolean renamesAtomically(Path folder) throws IOException {
        return disk.renamesAtomically(folder);
    }
}
