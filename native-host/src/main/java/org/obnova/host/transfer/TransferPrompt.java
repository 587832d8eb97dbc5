// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeySource;
import org.obnova.host.task.Task;

/** Asks the person which file a key comes from or goes to, in the host's own windows. */
public interface TransferPrompt {
    /**
     * What lies in the file that the person named.
     *
     * @param name of the file or folder
     * @param keys at least one
     * @param canStay whether the keys can be used from where they lie
     */
    record Contents(String name, List<KeySource.Found> keys, boolean canStay) {}

    /**
     * What is to be done.
     *
     * @param key one of those shown
     * @param copy to a medium; else it is used from where it lies
     */
    record Decision(KeySource.Found key, boolean copy) {}

    /**
     * A key that goes out.
     *
     * @param label whose key
     * @param formats those that fit, at least one
     * @param suggested where, in the absence of a better wish
     */
    record Outgoing(String label, List<ExportFormat> formats, Path suggested) {}

    /**
     * Where to.
     *
     * @param file absolute; it does not exist as far as the window knows
     */
    record Order(ExportFormat format, Path file) {}

    /**
     * Asks for a file, or the folder of a container.
     *
     * @param problem what was wrong with the last answer, in the task's language; null at first
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Path source(Task task, @Nullable String problem);

    /**
     * Asks which of the keys, and whether to copy it.
     *
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Decision decide(Task task, Contents contents);

    /**
     * Asks for the format and the file.
     *
     * @param problem what was wrong with the last answer, in the task's language; null at first
     * @throws org.obnova.host.fault.Fault {@code CANCELLED}
     */
    Order target(Task task, Outgoing outgoing, @Nullable String problem);
}
