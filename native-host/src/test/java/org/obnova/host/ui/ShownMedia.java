// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.concurrent.FutureTask;
import javax.swing.JRadioButton;
import org.awaitility.Awaitility;

/** How many media the open window shows: the accessible name of a medium, unlike that of «other folder», has a comma. */
final class ShownMedia {
    private ShownMedia() {}

    /** Waits until the window shows so many. */
    static void await(int number) {
        Awaitility.await().until(() -> {
            FutureTask<Integer> count = new FutureTask<>(ShownMedia::count);
            EventQueue.invokeLater(count);
            return count.get() == number;
        });
    }

    private static int count() {
        int count = 0;
        for (Window window : Window.getWindows()) {
            count += window.isShowing() ? count(window) : 0;
        }
        return count;
    }

    private static int count(Container container) {
        int count = 0;
        for (Component each : container.getComponents()) {
            if (each instanceof JRadioButton button
                    && button.isShowing()
                    && button.getAccessibleContext().getAccessibleName().contains(", ")) {
                count++;
            } else if (each instanceof Container inner) {
                count += count(inner);
            }
        }
        return count;
    }
}
