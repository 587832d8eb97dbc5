// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the pages: Russian by default, English on demand. */
public enum Language {
    RU("ru", Locale.of("ru", "RU")),
    EN("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The BCP 47 tag. */
    public String code() {
        return code;
    }

    Locale locale() {
        return locale;
    }

    static Language of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElse(RU);
    }

    public Language other() {
        return this == RU ? EN : RU;
    }
}
