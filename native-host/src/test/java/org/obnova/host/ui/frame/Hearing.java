// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Window;
import java.awt.event.WindowListener;

/** Whether a window of ours hears already, which cannot be seen from outside. On the event thread. */
public final class Hearing {
    private Hearing() {}

    /** Whether the window has the keyboard and the first 500 ms, in which it is deaf, are over. */
    public static boolean hears(Window window) {
        return window.isFocused() && isOver(window);
    }

    private static boolean isOver(Window window) {
        for (WindowListener listener : window.getWindowListeners()) {
            if (listener instanceof Deafness deafness) {
                return deafness.hears();
            }
        }
        return false;
    }
}
