// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.Locale;

/** The languages of the screens. */
public enum Language {
    RU,
    EN;

    /** The tag of RFC 5646: {@code ru}, {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale for formats. */
    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
