// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.swing.text.BadLocationException;
import javax.swing.text.Segment;
import org.junit.jupiter.api.Test;
import org.obnova.host.secret.Secret;

class PasswordFieldTest {
    private final PasswordField field = new PasswordField(() -> {});

    /** The array in which the text lies, with its gap. */
    private char[] buffer() throws BadLocationException {
        Segment segment = new Segment();
        segment.setPartialReturn(true);
        field.getDocument().getText(0, field.getDocument().getLength(), segment);
        return segment.array;
    }

    @Test
    void forget_zeroesTheBuffer_withWhatWasDeletedFromIt() throws BadLocationException {
        field.getDocument().insertString(0, "secret-PIN-", null);
        field.getDocument().insertString(11, "x".repeat(300), null);
        field.getDocument().insertString(6, "|middle|", null);
        field.getDocument().remove(2, 7);
        char[] before = buffer();
        assertThat(new String(before)).contains("se").contains("PIN");
        field.forget();
        assertThat(buffer()).as("the buffer has never moved").isSameAs(before);
        assertThat(new String(before).replace("\0", "").strip()).isEmpty();
        assertThat(field.isEmpty()).isTrue();
    }

    @Test
    void look_zeroesItsCopy() {
        field.setText("1234");
        char[] seen = field.look(typed -> typed);
        assertThat(seen).containsOnly('\0');
    }

    @Test
    void secret_isWhatWasTyped() {
        field.setText("пин-1");
        try (Secret secret = field.secret()) {
            assertThat(new String(secret.copy(), StandardCharsets.UTF_8)).isEqualTo("пин-1");
        }
    }
}
