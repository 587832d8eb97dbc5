// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** A system without a store of passwords. */
public final class NoRememberedPins implements RememberedPins {
    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Optional<Secret> find(Key key) {
        return Optional.empty();
    }

    @Override
    public void remember(Key key, String label, Secret pin) {
        throw unavailable();
    }

    @Override
    public boolean forget(Key key) {
        throw unavailable();
    }

    @Override
    public List<Entry> list() {
        throw unavailable();
    }

    private static Fault unavailable() {
        return new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "no store of passwords on this system");
    }
}
