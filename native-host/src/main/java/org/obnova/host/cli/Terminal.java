// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.obnova.host.task.Language;

/**
 * Where a person reads. Always UTF-8: under the POSIX locale Java would turn every Russian letter into a question mark.
 *
 * @param in where the person answers
 * @param language of all texts
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Language language) {
    /** A terminal on these streams, in the language of the environment. */
    public static Terminal of(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
        return new Terminal(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                languageOf(environment));
    }

    /** Russian, unless the locale (POSIX.1-2017 section 8.2: LC_ALL, LC_MESSAGES, LANG) says another language. */
    static Language languageOf(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                boolean none = value.equals("C") || value.startsWith("C.") || value.equals("POSIX");
                return none || value.startsWith("ru") ? Language.RU : Language.EN;
            }
        }
        return Language.RU;
    }

    /** One of two texts. */
    String say(String russian, String english) {
        return switch (language) {
            case RU -> russian;
            case EN -> english;
        };
    }
}
