// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import java.util.Map;

/** A failure as a WebDriver client is told it (W3C WebDriver, section 6.6). */
final class WebDriverError extends Exception {
    static final String INVALID_ARGUMENT = "invalid argument";
    static final String INVALID_SESSION = "invalid session id";
    static final String NO_SUCH_COOKIE = "no such cookie";
    static final String NOT_CREATED = "session not created";
    static final String UNKNOWN_COMMAND = "unknown command";
    static final String UNKNOWN_ERROR = "unknown error";
    static final String UNKNOWN_METHOD = "unknown method";

    /** The table of section 6.6; every other error has status 500. */
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("detached shadow root", 404),
            Map.entry("element click intercepted", 400),
            Map.entry("element not interactable", 400),
            Map.entry("insecure certificate", 400),
            Map.entry(INVALID_ARGUMENT, 400),
            Map.entry("invalid cookie domain", 400),
            Map.entry("invalid element state", 400),
            Map.entry("invalid selector", 400),
            Map.entry(INVALID_SESSION, 404),
            Map.entry("no such alert", 404),
            Map.entry(NO_SUCH_COOKIE, 404),
            Map.entry("no such element", 404),
            Map.entry("no such frame", 404),
            Map.entry("no such shadow root", 404),
            Map.entry("no such window", 404),
            Map.entry("stale element reference", 404),
            Map.entry(UNKNOWN_COMMAND, 404),
            Map.entry(UNKNOWN_METHOD, 405));

    private static final long serialVersionUID = 1;

    private final String error;
    private final String stack;

    /**
     * A failure.
     *
     * @param error the standard's word for it
     */
    WebDriverError(String error, String message) {
        this(error, message, "");
    }

    /** A failure that Marionette tells, with the stack of its own. */
    WebDriverError(String error, String message, String stack) {
        super(message);
        this.error = error;
        this.stack = stack;
    }

    /** The standard's word for it, e.g. {@code no such element}. */
    String error() {
        return error;
    }

    /** What happened, in words. */
    String message() {
        String message = getMessage();
        return message == null ? error : message;
    }

    /** Where in Firefox it happened; may be empty. */
    String stack() {
        return stack;
    }

    /** The status of the HTTP reply. */
    int status() {
        return STATUS.getOrDefault(error, 500);
    }
}
