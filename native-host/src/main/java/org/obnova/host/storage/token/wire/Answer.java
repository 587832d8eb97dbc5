// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

/** What a driver process says: one {@link Started} or {@link NotStarted} first, then to each call one answer, and events between them. */
public sealed interface Answer {
    /** The module is loaded and initialised. */
    record Started() implements Answer {}

    /**
     * The module cannot be used; the process ends.
     *
     * @param step how far it came
     * @param ckr the CKR_ value of C_Initialize; 0 where the library could not be loaded
     */
    record NotStarted(Step step, long ckr) implements Answer {}

    /** The steps of a start. */
    enum Step {
        /** The PKCS #11 wrapper. */
        WRAPPER(0),
        /** The vendor's library. */
        LIBRARY(1),
        /** C_Initialize. */
        INITIALIZE(2);

        private final int number;

        Step(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** A call succeeded; the result is read by {@link Answers#result}. */
    record Result(Frame content) implements Answer {}

    /** A function of the module answered something else than CKR_OK. */
    record Refusal(long ckr, String function) implements Answer {}

    /** A token came or went. */
    record SlotsChanged() implements Answer {}
}
