// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.awt.Font;
import java.util.Arrays;
import java.util.function.Function;
import javax.swing.JPasswordField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.GapContent;
import javax.swing.text.PlainDocument;
import javax.swing.text.Segment;
import org.obnova.host.secret.Secret;
import org.obnova.host.ui.frame.Theme;

/** A field for a password or PIN that can be shown and forgotten. */
public final class PasswordField extends JPasswordField {
    private static final long serialVersionUID = 1L;
    /** More than anybody types: the buffer never moves, so that no copy of it is left behind. */
    private static final int ROOM = 4096;

    /**
     * @param onChange told whenever the text has changed
     */
    public PasswordField(Runnable onChange) {
        super(new PlainDocument(new GapContent(ROOM)), null, 24);
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
    public void reveal(boolean shown) {
        setEchoChar(shown ? (char) 0 : '•');
    }

    /** What is typed; the caller closes it. */
    public Secret secret() {
        return Secret.ofPassword(getPassword());
    }

    /** Whether nothing is typed. */
    public boolean isEmpty() {
        return getDocument().getLength() == 0;
    }

    /** Looks at the characters and zeroes its copy of them. */
    public <R> R look(Function<char[], R> eye) {
        char[] typed = getPassword();
        try {
            return eye.apply(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** Zeroes the buffer in which the text lies, with what of it was deleted, and empties the field. */
    public void forget() {
        Segment buffer = new Segment();
        buffer.setPartialReturn(true);
        try {
            // Where a part will do, the segment lies in the buffer itself; else it could be a copy.
            getDocument().getText(0, getDocument().getLength(), buffer);
        } catch (BadLocationException e) {
            throw new IllegalStateException("the text has its own length", e);
        }
        Arrays.fill(buffer.array, '\0');
        setText("");
    }
}
