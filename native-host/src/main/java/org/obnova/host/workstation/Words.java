// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import org.obnova.host.task.Language;

/** A sentence for the person, in both languages. */
public record Words(String russian, String english) {
    /** The sentence in this language. */
    public String in(Language language) {
        return switch (language) {
            case RU -> russian;
            case EN -> english;
        };
    }
}
