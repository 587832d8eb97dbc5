// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** A store of passwords in memory, which can be shut. */
public final class FakePins implements RememberedPins {
    private record Kept(String label, Secret pin) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private boolean open = true;
    private boolean stubborn;

    /** From now on the store is not available. */
    public FakePins shut() {
        open = false;
        return this;
    }

    /** The store is available again. */
    public FakePins open() {
        open = true;
        return this;
    }

    /** From now on the store forgets nothing: it would ask the person first. */
    public FakePins stubborn() {
        stubborn = true;
        return this;
    }

    /** With this PIN remembered. */
    public FakePins with(String storage, String container, String pin) {
        remember(new Key(storage, container), container, Secret.ofPassword(pin.toCharArray()));
        return this;
    }

    @Override
    public boolean available() {
        return open;
    }

    @Override
    public Optional<Secret> find(Key key) {
        return open ? Optional.ofNullable(kept.get(key)).map(each -> each.pin().duplicate()) : Optional.empty();
    }

    @Override
    public void remember(Key key, String label, Secret pin) {
        requireOpen();
        kept.put(key, new Kept(label, pin.duplicate()));
    }

    @Override
    public boolean forget(Key key) {
        requireOpen();
        if (stubborn) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "stubborn");
        }
        return kept.remove(key) != null;
    }

    @Override
    public List<Entry> list() {
        requireOpen();
        return kept.entrySet().stream()
                .map(each -> new Entry(each.getKey(), each.getValue().label()))
                .toList();
    }

    private void requireOpen() {
        if (!open) {
            throw new Fault(ErrorCode.REMEMBER_UNAVAILABLE, "shut");
        }
    }
}
