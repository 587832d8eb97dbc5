// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.List;
import java.util.Optional;
import org.obnova.host.secret.Secret;

/**
 * PINs that the person wants remembered, in the system's own store of passwords. Each is for one container of one token. No method waits longer than a
 * few seconds.
 */
public interface RememberedPins {
    /**
     * Of which container.
     *
     * @param storage the token's storage id
     * @param container the container's id in it
     */
    record Key(String storage, String container) {}

    /**
     * A remembered PIN, without itself.
     *
     * @param label what the person knows the token and the container by
     */
    record Entry(Key key, String label) {}

    /** Whether the store is there and open. */
    boolean available();

    /** The PIN, to be closed by the caller; empty where none is remembered or the store is not available. */
    Optional<Secret> find(Key key);

    /**
     * Remembers a PIN in place of an earlier one.
     *
     * @throws org.obnova.host.fault.Fault {@code REMEMBER_UNAVAILABLE}
     */
    void remember(Key key, String label, Secret pin);

    /**
     * Forgets a PIN.
     *
     * @return whether there was one
     * @throws org.obnova.host.fault.Fault {@code REMEMBER_UNAVAILABLE}
     */
    boolean forget(Key key);

    /**
     * What is remembered.
     *
     * @throws org.obnova.host.fault.Fault {@code REMEMBER_UNAVAILABLE}
     */
    List<Entry> list();
}
