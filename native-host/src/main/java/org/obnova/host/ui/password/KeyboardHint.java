// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import java.awt.Toolkit;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;

/** Says whether Caps Lock is on, and which letters the keyboard's layout gives, as far as the last key told. */
public final class KeyboardHint {
    private final Words words;
    private final Prose line;
    private String layout = "";

    /** Speaks that language. */
    public KeyboardHint(Language language) {
        this.words = Words.beside(KeyboardHint.class, language);
        this.line = new Prose(" ").in(Theme.quiet());
        nameIfBlank();
    }

    private void nameIfBlank() {
        if (line.text().isBlank()) {
            line.getAccessibleContext().setAccessibleName(words.text("keyboard"));
        }
    }

    /** The line to be shown. */
    public Prose component() {
        return line;
    }

    /** Follows what is typed into a field. */
    public void watch(PasswordField field) {
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyTyped(KeyEvent event) {
                char typed = event.getKeyChar();
                if (Character.isLetter(typed)) {
                    layout = Character.UnicodeScript.of(typed) == Character.UnicodeScript.CYRILLIC
                            ? words.text("layout.cyrillic")
                            : words.text("layout.latin");
                }
                refresh();
            }

            @Override
            public void keyReleased(KeyEvent event) {
                refresh();
            }
        });
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                refresh();
            }
        });
    }

    private void refresh() {
        String caps = capsLock() ? words.text("caps") : "";
        String text = (caps + " " + layout).strip();
        line.setForeground(caps.isEmpty() ? Theme.quiet() : Theme.warning());
        line.say(text.isEmpty() ? " " : text);
        nameIfBlank();
    }

    private static boolean capsLock() {
        try {
            return Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_CAPS_LOCK);
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
