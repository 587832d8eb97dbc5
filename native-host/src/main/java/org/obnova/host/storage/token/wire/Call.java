// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/**
 * What a driver process is asked. A slot is named by {@link SlotFacts#slotId()}; the process keeps a session of its own with each token. A
 * {@link Secret} in a call stays its maker's, who closes it after the call.
 *
 * @param <A> what is answered
 */
public sealed interface Call<A> {
    /** Whether it waits for a person at the device's own keypad. Nobody loses anything when such a call is given up; what others are doing, goes on. */
    default boolean atKeypad() {
        return false;
    }

    /** Nothing, to see whether the process is there. */
    record Ping() implements Call<Done> {}

    /** All slots with their tokens. */
    record Slots() implements Call<List<SlotFacts>> {}

    /** Whether changes of slots shall be told as they happen. */
    record Watch(boolean on) implements Call<Done> {}

    /**
     * Objects with their attributes, in one round trip.
     *
     * @param template what the objects must have; empty for all
     * @param wanted CKA_ numbers
     */
    record Find(long slot, List<Attribute> template, List<Long> wanted) implements Call<List<Found>> {
        public Find {
            template = List.copyOf(template);
            wanted = List.copyOf(wanted);
        }
    }

    /**
     * Logs in. Answers CKR_USER_ALREADY_LOGGED_IN like the module does.
     *
     * @param pin UTF-8; null where it is entered on the reader's own pad
     */
    record Login(long slot, UserType user, @Nullable Secret pin) implements Call<Done> {
        @Override
        public boolean atKeypad() {
            return pin == null;
        }
    }

    /** Logs out. */
    record Logout(long slot) implements Call<Done> {}

    /** Adds to the token's random generator; many tokens refuse. */
    @SuppressWarnings("ArrayRecordComponent") // Calls are never compared.
    record SeedRandom(long slot, byte[] seed) implements Call<Done> {}

    /** Makes a key pair on the token. */
    record GenerateKeyPair(
            long slot, Mechanism mechanism, List<Attribute> publicTemplate, List<Attribute> privateTemplate)
            implements Call<KeyPair> {
        public GenerateKeyPair {
            publicTemplate = List.copyOf(publicTemplate);
            privateTemplate = List.copyOf(privateTemplate);
        }
    }

    /**
     * Signs with a key of the token: C_SignInit, where wanted the login of this use, C_Sign.
     *
     * @param data what the mechanism takes
     * @param context null where the key does not want a login at each use
     */
    @SuppressWarnings("ArrayRecordComponent") // Calls are never compared.
    record Sign(
            long slot,
            long key,
            Mechanism mechanism,
            byte[] data,
            @Nullable ContextLogin context) implements Call<byte[]> {
        @Override
        public boolean atKeypad() {
            return context != null && context.pin() == null;
        }
    }

    /** Writes an object; answers its handle. */
    record CreateObject(long slot, List<Attribute> template) implements Call<Long> {
        public CreateObject {
            template = List.copyOf(template);
        }
    }

    /** Removes an object. */
    record DestroyObject(long slot, long handle) implements Call<Done> {}

    /** Changes attributes of an object. */
    record SetAttributes(long slot, long handle, List<Attribute> attributes) implements Call<Done> {
        public SetAttributes {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * Changes the PIN of who is logged in, else the person's.
     *
     * @param present UTF-8; null, like {@code fresh}, where both are entered on the reader's own pad
     */
    record SetPin(
            long slot, @Nullable Secret present, @Nullable Secret fresh) implements Call<Done> {
        @Override
        public boolean atKeypad() {
            return fresh == null;
        }
    }

    /**
     * Sets the person's PIN anew, as the administrator who is logged in: unblocks it.
     *
     * @param fresh UTF-8; null where it is entered on the reader's own pad
     */
    record InitPin(long slot, @Nullable Secret fresh) implements Call<Done> {
        @Override
        public boolean atKeypad() {
            return fresh == null;
        }
    }
}
