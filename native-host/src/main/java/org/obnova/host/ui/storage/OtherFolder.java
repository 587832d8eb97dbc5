// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.jspecify.annotations.Nullable;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.PathDialog;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** A folder that the person names, by hand or in the system's way. */
final class OtherFolder {
    private final Words words;
    private final JRadioButton button;
    private final JTextField field = new JTextField();
    private final JPanel card = new JPanel(new BorderLayout());

    OtherFolder(Words words, ButtonGroup group, Runnable onChange) {
        this.words = words;
        this.button = words.caption("other").on(new JRadioButton());
        button.setOpaque(false);
        button.setFont(Theme.font(Font.BOLD, 1));
        group.add(button);
        field.getAccessibleContext().setAccessibleName(words.text("other.field"));
        field.putClientProperty("JTextField.placeholderText", words.text("other.field"));
        JButton browse = words.caption("browse").on(new JButton());
        browse.addActionListener(event -> browse());
        JPanel row = new JPanel(new BorderLayout(Theme.px(8), 0));
        row.setOpaque(false);
        row.add(field, BorderLayout.CENTER);
        row.add(browse, BorderLayout.EAST);
        card.setBackground(Theme.raised());
        card.setBorder(Theme.card());
        card.add(new Column().with(button, 0).inset(row, 6, 24), BorderLayout.CENTER);
        listen(onChange);
    }

    private void listen(Runnable onChange) {
        button.addItemListener(event -> onChange.run());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                select();
            }
        });
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

    private void browse() {
        select();
        Path folder = PathDialog.ask(card, words, PathDialog.Wanted.FOLDER, path());
        if (folder != null) {
            field.setText(folder.toString());
        }
        field.requestFocusInWindow();
    }

    JComponent component() {
        return card;
    }

    JTextField field() {
        return field;
    }

    void select() {
        button.setSelected(true);
    }

    boolean selected() {
        return button.isSelected();
    }

    /** The folder named, null while it is not an absolute path. {@code ~/} is the person's home. */
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
