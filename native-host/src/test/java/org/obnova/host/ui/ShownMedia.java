// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.swing.JRadioButton;
import org.awaitility.Awaitility;

/** The media that the open window shows: the accessible name of a medium, unlike that of «other folder», has a comma. */
final class ShownMedia {
    private ShownMedia() {}

    /** Waits until the window shows so many. */
    static void await(int number) {
        Awaitility.await().until(() -> all().size() == number);
    }

    /** The accessible name of the one that is chosen; empty where none is. */
    static String chosen() throws ExecutionException, InterruptedException {
        return all().stream()
                .filter(JRadioButton::isSelected)
                .map(each -> each.getAccessibleContext().getAccessibleName())
                .findFirst()
                .orElse("");
    }

    private static List<JRadioButton> all() throws ExecutionException, InterruptedException {
        return ShownWindow.onEventThread(ShownMedia::look);
    }

    private static List<JRadioButton> look() {
        List<JRadioButton> shown = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                collect(window, shown);
            }
        }
        return shown;
    }

    private static void collect(Container container, List<JRadioButton> shown) {
        for (Component each : container.getComponents()) {
            if (each instanceof JRadioButton button
                    && button.isShowing()
                    && button.getAccessibleContext().getAccessibleName().contains(", ")) {
                shown.add(button);
            } else if (each instanceof Container inner) {
                collect(inner, shown);
            }
        }
    }
}
