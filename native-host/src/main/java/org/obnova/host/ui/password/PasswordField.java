// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.awt.Font;
import java.util.Arrays;
import java.util.function.Function;
import javax.swing.JPasswordField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.obnova.host.secret.Secret;
import org.obnova.host.ui.frame.Theme;

/** A field for a password that can be shown and forgotten. */
final class PasswordField extends JPasswordField {
    private static final long serialVersionUID = 1L;

    PasswordField(Runnable onChange) {
        super(24);
        setFont(Theme.font(Font.PLAIN, 1.1));
        getDocument().addDocumentListener(new DocumentListener() {
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

    /** Shows the characters, or dots. */
    void reveal(boolean shown) {
        setEchoChar(shown ? (char) 0 : '•');
    }

    /** What is typed; the caller closes it. */
    Secret secret() {
        return Secret.ofPassword(getPassword());
    }

    boolean isEmpty() {
        return getDocument().getLength() == 0;
    }

    /** Looks at the characters and zeroes its copy of them. */
    <R> R look(Function<char[], R> eye) {
        char[] typed = getPassword();
        try {
            return eye.apply(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** Overwrites what is kept of the text, as far as Swing lets us: its buffer is reused for text of the same length. */
    void forget() {
        int length = getDocument().getLength();
        setText("\0".repeat(length));
        setText("");
    }
}
