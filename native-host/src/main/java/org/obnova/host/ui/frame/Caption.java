// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;

/**
 * The text of a control with its mnemonic. A Cyrillic mnemonic answers to its letter and to the Latin key at the same place of the keyboard, so that it
 * works whatever layout is on.
 *
 * @param text without the mark
 * @param index where the mnemonic stands in the text, -1 for none
 */
public record Caption(String text, int index) {
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

    /** Reads the mark {@code &} before the mnemonic. */
    public static Caption of(String marked) {
        int index = marked.indexOf('&');
        return new Caption(index < 0 ? marked : marked.substring(0, index) + marked.substring(index + 1), index);
    }

    /** Gives a button its text, mnemonic and accessible name. */
    public <B extends AbstractButton> B on(B button) {
        button.setText(text);
        button.getAccessibleContext().setAccessibleName(text);
        if (index >= 0) {
            button.setMnemonic(KeyEvent.getExtendedKeyCodeForChar(mnemonic()));
            button.setDisplayedMnemonicIndex(index);
            bindPlace(button, button::doClick);
        }
        return button;
    }

    /** Makes a label of it that belongs to a control, and names the control by it. */
    public JLabel labelOf(JComponent control) {
        JLabel label = new JLabel(text);
        label.setLabelFor(control);
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        control.getAccessibleContext().setAccessibleName(name);
        if (index >= 0) {
            label.setDisplayedMnemonic(KeyEvent.getExtendedKeyCodeForChar(mnemonic()));
            label.setDisplayedMnemonicIndex(index);
            bindPlace(label, control::requestFocusInWindow);
        }
        return label;
    }

    private char mnemonic() {
        return Character.toLowerCase(text.charAt(index));
    }

    /** The key code of the Latin key at the mnemonic's place, 0 where the mnemonic is Latin itself. */
    int placeKey() {
        int place = index < 0 ? -1 : CYRILLIC.indexOf(mnemonic());
        return place < 0 ? 0 : KeyEvent.getExtendedKeyCodeForChar(LATIN.charAt(place));
    }

    private void bindPlace(JComponent control, Runnable act) {
        int key = placeKey();
        if (key == 0) {
            return;
        }
        control.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(key, InputEvent.ALT_DOWN_MASK), "obnova-place");
        control.getActionMap().put("obnova-place", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                if (control.isEnabled()) {
                    act.run();
                } else {
                    Toolkit.getDefaultToolkit().beep();
                }
            }
        });
    }
}
