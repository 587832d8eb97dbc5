// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;

/** When a remembered PIN may be used, and when it is forgotten. One for the whole host. */
public final class Remembering {
    private final RememberedPins pins;
    private final BooleanSupplier allowed;

    /** Failed while the store could not be reached to forget them. */
    private final Set<RememberedPins.Key> unfit = new HashSet<>();

    /** @param allowed what the settings say now */
    public Remembering(RememberedPins pins, BooleanSupplier allowed) {
        this.pins = pins;
        this.allowed = allowed;
    }

    /** The PIN, when the token has seen no wrong one since the last right one: a try may be spent only where several are left. */
    Optional<Secret> find(PinToken token, PinUse use, PinFacts facts) {
        String container = use.container();
        if (container == null || facts.pad() || facts.state() != PinState.OK || !allowed.getAsBoolean()) {
            return Optional.empty();
        }
        RememberedPins.Key key = new RememberedPins.Key(token.id(), container);
        synchronized (unfit) {
            if (unfit.contains(key)) {
                return Optional.empty();
            }
        }
        return pins.find(key);
    }

    /** What the window says of it. */
    Remember offer(PinToken token, PinUse use, PinFacts facts) {
        String container = use.container();
        if (container == null || facts.pad()) {
            return Remember.OFF;
        }
        if (!allowed.getAsBoolean()) {
            return Remember.FORBIDDEN_BY_POLICY;
        }
        if (!pins.available()) {
            return Remember.UNAVAILABLE;
        }
        Optional<Secret> known = pins.find(new RememberedPins.Key(token.id(), container));
        known.ifPresent(Secret::close);
        return known.isPresent() ? Remember.REMEMBERED : Remember.ALLOWED;
    }

    /** The person has taken the tick away: the PIN is forgotten, whatever comes of the one entered. */
    void heed(PinToken token, PinUse use, Remember offered, boolean wanted) {
        String container = use.container();
        if (container != null && offered == Remember.REMEMBERED && !wanted) {
            forget(new RememberedPins.Key(token.id(), container));
        }
    }

    /** The PIN was right. That it cannot be remembered is no reason to fail. */
    void remember(PinToken token, PinUse use, Remember offered, Medium medium, Secret pin) {
        String container = use.container();
        if (container == null || (offered != Remember.ALLOWED && offered != Remember.REMEMBERED)) {
            return;
        }
        RememberedPins.Key key = new RememberedPins.Key(token.id(), container);
        String name = use.holder().isEmpty() ? medium.label() : use.holder();
        try {
            pins.remember(key, medium.product() + ": " + name, pin);
        } catch (Fault e) {
            return; // The store has closed meanwhile: the PIN will be asked for, as without it.
        }
        synchronized (unfit) {
            unfit.remove(key);
        }
    }

    /** A remembered PIN was not taken: it is never used again. */
    void failed(PinToken token, PinUse use) {
        String container = use.container();
        if (container != null) {
            forget(new RememberedPins.Key(token.id(), container));
        }
    }

    /** The token's PIN is another one now. */
    void changed(PinToken token) {
        try {
            for (RememberedPins.Entry entry : pins.list()) {
                if (entry.key().storage().equals(token.id())) {
                    forget(entry.key());
                }
            }
        } catch (Fault e) {
            // Without the store nothing can be read either; what it holds fails once, and is forgotten then.
        }
    }

    private void forget(RememberedPins.Key key) {
        synchronized (unfit) {
            unfit.add(key);
        }
        try {
            pins.forget(key);
        } catch (Fault e) {
            // Remembered here, as long as this process lives, that it must not be used.
        }
    }
}
