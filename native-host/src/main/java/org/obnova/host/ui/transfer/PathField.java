// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.transfer;

import java.awt.BorderLayout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.jspecify.annotations.Nullable;
import org.obnova.host.ui.frame.PathDialog;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** A path that the person types, or looks for in the system's way. */
final class PathField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField field = new JTextField();

    PathField(Words words, PathDialog.Wanted wanted, Runnable onChange) {
        super(new BorderLayout(Theme.px(8), 0));
        setOpaque(false);
        JButton browse = words.caption("browse").on(new JButton());
        browse.addActionListener(event -> {
            Path found = PathDialog.ask(this, words, wanted, path());
            if (found != null) {
                say(found);
            }
            field.requestFocusInWindow();
        });
        add(field, BorderLayout.CENTER);
        add(browse, BorderLayout.EAST);
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                onChange.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                onChange.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                onChange.run();
            }
        });
    }

    JTextField field() {
        return field;
    }

    void say(Path path) {
        field.setText(path.toString());
    }

    /** What is named, null while it is not an absolute path. {@code ~/} is the person's home. */
    @Nullable
    Path path() {
        String text = field.getText().strip();
        if (text.equals("~") || text.startsWith("~/")) {
            text = System.getProperty("user.home", "") + text.substring(1);
        }
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path.normalize() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
