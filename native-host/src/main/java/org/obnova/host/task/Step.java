// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

import java.util.Locale;

/** The steps that progress tells of; the wire names are those of {@code protocol.md}. */
public enum Step {
    CONSENT,
    CHOOSE_STORAGE,
    PASSWORD,
    PIN,
    SHOW_DOCUMENT,
    ENTROPY,
    GENERATE_KEY,
    MAKE_REQUEST,
    SIGN,
    VERIFY,
    WRITE,
    READ_BACK,
    COPY,
    DECRYPT,
    WORKSTATION,
    DIAGNOSTICS;

    /** The name on the wire, e.g. {@code choose-storage}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
