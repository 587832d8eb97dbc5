// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

/**
 * Which remembered PINs must not be used, because a token has not taken them, or nobody knows whether it would. It outlives the host: the system's store of
 * passwords may refuse to forget, and each host would spend a try on the same PIN.
 */
public interface PinDoubts {
    /**
     * What is doubted: one remembered PIN, or all those of a token whose PIN was changed.
     *
     * @param storage the token's storage id
     * @param container the container's id in it; empty for all of them
     */
    record Doubt(String storage, String container) {
        static Doubt of(RememberedPins.Key key) {
            return new Doubt(key.storage(), key.container());
        }

        static Doubt ofAll(String storage) {
            return new Doubt(storage, "");
        }
    }

    /** Whether that is doubted. What cannot be read is. */
    boolean holds(Doubt doubt);

    /**
     * From now on it is, also after a crash of this computer.
     *
     * @throws org.obnova.host.fault.Fault {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}
     */
    void add(Doubt doubt);

    /** From now on it is not. That it cannot be said is no failure: the PIN will be asked for. */
    void remove(Doubt doubt);
}
