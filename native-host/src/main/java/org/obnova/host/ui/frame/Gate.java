// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what the window shows is ready to be acted on, and if not, what is missing. On the event thread. */
public final class Gate {
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable String missing;

    /** Opens: the acting button may be pressed. */
    public void open() {
        set(null);
    }

    /**
     * Closes.
     *
     * @param missing one sentence that says what is missing, shown in place of what will happen next
     */
    public void close(String missing) {
        set(missing);
    }

    /** What is missing, null when nothing is. */
    @Nullable
    String missing() {
        return missing;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void set(@Nullable String what) {
        missing = what;
        listeners.forEach(Runnable::run);
    }
}
