// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** The yardstick of the window: a label and a progress bar. */
final class TenLineWindow {
    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> {
            JFrame frame = new JFrame("Ten lines");
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            frame.add(new JLabel("Нажимайте клавиши или двигайте мышь"), "North");
            frame.add(new JProgressBar(), "South");
            frame.setSize(480, 320);
            frame.setVisible(true);
            if (arguments.length > 0) {
                // For its class cache it has to end by itself.
                new Timer(1000, event -> System.exit(0)).start();
            }
        });
    }
}
