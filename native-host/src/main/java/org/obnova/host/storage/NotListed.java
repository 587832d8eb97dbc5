// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Language;

/**
 * A medium that may be there and cannot be listed, and why.
 *
 * @param name what a person calls it: a token's or a module's name
 * @param messageText what is the matter
 * @param hintText what the person can do
 */
public record NotListed(Reason reason, String name, Text messageText, Text hintText) {
    /** The kinds of reasons. */
    public enum Reason {
        /** A token is plugged in whose driver is not installed. */
        NO_DRIVER,
        /** The driver is made for another kind of processor. */
        WRONG_ARCHITECTURE,
        /** The system or the driver itself refused to load. */
        REFUSED,
        /** The driver's process died. */
        CRASHED,
        /** The driver did not answer in time. */
        HANGING,
        /** The driver that the settings name is not there. */
        MISSING;

        /** The name on the wire, e.g. {@code no-driver}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A text in both languages. */
    public record Text(String ru, String en) {
        /** The text in that language. */
        public String in(Language language) {
            return language == Language.RU ? ru : en;
        }
    }

    /** What is the matter. */
    public String message(Language language) {
        return messageText.in(language);
    }

    /** What the person can do. */
    public String hint(Language language) {
        return hintText.in(language);
    }

    /** As an error, where a driver failed; empty for the other reasons. */
    Optional<Fault> asFault() {
        ErrorCode code = switch (reason) {
            case CRASHED -> ErrorCode.DRIVER_CRASHED;
            case HANGING -> ErrorCode.DRIVER_HANGS;
            case REFUSED -> ErrorCode.DRIVER_FAILED;
            case NO_DRIVER, WRONG_ARCHITECTURE, MISSING -> null;
        };
        return Optional.ofNullable(code)
                .map(known -> new Fault(known, "its tokens are not listed", Map.of("module", name), null));
    }
}
