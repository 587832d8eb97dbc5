// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.token.pin.PinDoubts.Doubt;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;

/**
 * When a remembered PIN may be used, and when it is forgotten. It is in doubt from before its try until the token has taken it, so whatever happens in between
 * (a crash, a store of passwords that refuses to forget), no second try is spent on it. One for the whole host.
 */
public final class Remembering {
    private final RememberedPins pins;
    private final PinDoubts doubts;
    private final BooleanSupplier allowed;

    /** @param allowed what the settings say now */
    public Remembering(RememberedPins pins, PinDoubts doubts, BooleanSupplier allowed) {
        this.pins = pins;
        this.doubts = doubts;
        this.allowed = allowed;
    }

    /**
     * The PIN, when the token has seen no wrong one since the last right one: a try may be spent only where several are left. It is in doubt from now on, until
     * {@link #worked}.
     */
    Optional<Secret> find(PinToken token, PinUse use, PinFacts facts) {
        String container = use.container();
        if (container == null || facts.pad() || facts.state() != PinState.OK || !allowed.getAsBoolean()) {
            return Optional.empty();
        }
        RememberedPins.Key key = new RememberedPins.Key(token.id(), container);
        Optional<Secret> found = trusted(key);
        boolean noted = false;
        try {
            if (found.isPresent()) {
                doubts.add(Doubt.of(key));
            }
            noted = true;
        } catch (Fault e) {
            return Optional.empty(); // Nobody could know later that its try is spent.
        } finally {
            if (!noted) {
                found.ifPresent(Secret::close);
            }
        }
        return found;
    }

    /** The remembered PIN that {@link #find} gave was taken. */
    void worked(PinToken token, PinUse use) {
        String container = use.container();
        if (container != null) {
            doubts.remove(Doubt.of(new RememberedPins.Key(token.id(), container)));
        }
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
        Optional<Secret> known = trusted(new RememberedPins.Key(token.id(), container));
        known.ifPresent(Secret::close);
        return known.isPresent() ? Remember.REMEMBERED : Remember.ALLOWED;
    }

    /** What is remembered and not in doubt; what is, is forgotten now where that was not possible before. */
    private Optional<Secret> trusted(RememberedPins.Key key) {
        if (doubts.holds(Doubt.ofAll(key.storage())) && !forgetAll(key.storage())) {
            return Optional.empty();
        }
        if (doubts.holds(Doubt.of(key)) && !forget(key)) {
            return Optional.empty();
        }
        return pins.find(key);
    }

    /**
     * The person has taken the tick away: the PIN is forgotten, whatever comes of the one entered.
     *
     * @return false when it is still in the system's store of passwords; it is not used any more then
     */
    boolean heed(PinToken token, PinUse use, Remember offered, boolean wanted) {
        String container = use.container();
        return container == null
                || offered != Remember.REMEMBERED
                || wanted
                || forget(new RememberedPins.Key(token.id(), container));
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
        doubts.remove(Doubt.of(key));
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
        forgetAll(token.id());
    }

    private boolean forgetAll(String storage) {
        try {
            doubts.add(Doubt.ofAll(storage));
            boolean all = true;
            for (RememberedPins.Entry entry : pins.list()) {
                if (entry.key().storage().equals(storage)) {
                    all &= forget(entry.key());
                }
            }
            if (all) {
                doubts.remove(Doubt.ofAll(storage));
            }
            return all;
        } catch (Fault e) {
            return false; // The store cannot be read now; the doubt is kept until it can.
        }
    }

    private boolean forget(RememberedPins.Key key) {
        try {
            doubts.add(Doubt.of(key));
            pins.forget(key);
        } catch (Fault e) {
            return false; // It is kept in doubt as long as it is there.
        }
        doubts.remove(Doubt.of(key));
        return true;
    }
}
