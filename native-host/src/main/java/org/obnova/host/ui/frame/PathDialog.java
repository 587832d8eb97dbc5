// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.io.File;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** The dialog in which a person looks for a file or folder. */
public final class PathDialog {
    /** What is looked for. */
    public enum Wanted {
        FOLDER,
        FILE_OR_FOLDER,
        NEW_FILE
    }

    private PathDialog() {}

    /**
     * Asks, over a window.
     *
     * @param words of the window, with {@code chooser.title} and {@code chooser.approve}
     * @param now where to begin; null for the person's folder
     * @return null when the person has chosen nothing
     */
    public static @Nullable Path ask(JComponent over, Words words, Wanted wanted, @Nullable Path now) {
        for (String key : words.text("chooser.keys").split(" ", -1)) {
            UIManager.put("FileChooser." + key, words.text("chooser." + key));
        }
        JFileChooser chooser = new JFileChooser(now == null ? null : now.toFile());
        chooser.setFileSelectionMode(
                switch (wanted) {
                    case FOLDER -> JFileChooser.DIRECTORIES_ONLY;
                    case FILE_OR_FOLDER -> JFileChooser.FILES_AND_DIRECTORIES;
                    case NEW_FILE -> JFileChooser.FILES_ONLY;
                });
        if (now != null && wanted == Wanted.NEW_FILE) {
            chooser.setSelectedFile(now.toFile());
        }
        chooser.setDialogTitle(words.text("chooser.title"));
        if (chooser.showDialog(over, words.text("chooser.approve")) != JFileChooser.APPROVE_OPTION) {
            return null;
        }
        File chosen = chooser.getSelectedFile();
        return chosen == null ? null : chosen.toPath();
    }
}
