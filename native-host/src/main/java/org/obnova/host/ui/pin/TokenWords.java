// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.pin;

import java.awt.Font;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Column;
import org.obnova.host.ui.frame.Notice;
import org.obnova.host.ui.frame.Prose;
import org.obnova.host.ui.frame.Sign;
import org.obnova.host.ui.frame.Theme;
import org.obnova.host.ui.frame.Words;
import org.obnova.host.ui.password.PasswordField;

/** What the windows say of a token, in words. */
final class TokenWords {
    /** A longer limit is nothing to tell a person of. */
    private static final int LONGEST_TOLD = 64;

    private final Words words;
    private final Medium medium;

    TokenWords(Language language, Medium medium) {
        this.words = Words.beside(TokenWords.class, language);
        this.medium = medium;
    }

    Words words() {
        return words;
    }

    /** Begins a window: which token, and whose key where there is one. */
    Column begin(String holder) {
        String name = medium.product();
        if (!medium.label().isBlank() && !medium.label().strip().equals(name)) {
            name = words.text(
                    "token", Map.of("product", name, "label", medium.label().strip()));
        }
        Column column = new Column().with(new Prose(name).as(Font.BOLD, 1), 0);
        if (!medium.serial().isBlank()) {
            column.with(
                    quiet(words.text("serial", Map.of("serial", medium.serial().strip()))), 3);
        }
        if (!holder.isBlank()) {
            column.with(quiet(words.text("holder", Map.of("holder", holder))), 3);
        }
        return column;
    }

    static Prose quiet(String text) {
        return new Prose(text).in(Theme.quiet());
    }

    /**
     * How many tries are left, as far as the token tells.
     *
     * @param wrongToldOf whether the window has just told of a wrong PIN
     */
    Notice tries(boolean wrongToldOf) {
        PinState state = medium.state();
        boolean calm = state == PinState.OK || state == PinState.FACTORY;
        String key = "tries." + state.wireName() + (wrongToldOf && state == PinState.LOW ? ".still" : "");
        return new Notice(calm ? Sign.CHECK : Sign.WARNING, words.text(key));
    }

    /** The maker's PIN, where it may help; null where it does not. Where a wrong PIN was entered, nobody is led to try it. */
    @Nullable
    String factoryHint() {
        String pin = medium.factoryPin();
        return switch (medium.state()) {
            case FACTORY -> pin == null ? words.text("factory.unknown") : words.text("factory.set", Map.of("pin", pin));
            case OK -> pin == null ? null : words.text("factory.perhaps", Map.of("pin", pin));
            default -> null;
        };
    }

    /** How long a PIN of this token is. */
    String lengths() {
        int least = Math.max(1, medium.minLength());
        if (medium.maxLength() > LONGEST_TOLD) {
            return words.count("length.least", least);
        }
        if (least == medium.maxLength()) {
            return words.count("length.exact", least);
        }
        return words.text(
                "length.range", Map.of("least", Integer.toString(least), "most", Integer.toString(medium.maxLength())));
    }

    /** What is wrong with the length of what is typed; null when nothing is. It would cost a try for nothing. */
    @Nullable
    String misfit(PasswordField field) {
        int length = field.look(TokenWords::octets);
        if (length < Math.max(1, medium.minLength())) {
            return words.count("short", Math.max(1, medium.minLength()));
        }
        return length > medium.maxLength() ? words.count("long", medium.maxLength()) : null;
    }

    /** The length in UTF-8, counted without a copy of the secret. */
    static int octets(char[] typed) {
        int octets = 0;
        for (char each : typed) {
            octets += each < 0x80 ? 1 : each < 0x800 || Character.isSurrogate(each) ? 2 : 3;
        }
        return octets;
    }
}
