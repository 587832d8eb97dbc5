// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;

/**
 * What a token tells of the ways in which a private key could leave it (PKCS #11 v3.1, section 4.9).
 *
 * @param sensitive CKA_SENSITIVE: its value is not shown
 * @param extractable CKA_EXTRACTABLE: it may be wrapped
 */
record KeySafety(Optional<Boolean> sensitive, Optional<Boolean> extractable) {
    /** What is to be asked for. */
    static final List<Long> WANTED = List.of(Cka.SENSITIVE, Cka.EXTRACTABLE);

    /** Of the private key of that CKA_ID; nothing is known of one that is not found. */
    static KeySafety read(Stay stay, byte[] ckaId) {
        List<Attribute> template = List.of(Attribute.of(Cka.CLASS, Cka.PRIVATE_KEY), Attribute.of(Cka.ID, ckaId));
        return stay.find(template, WANTED).stream()
                .findFirst()
                .map(KeySafety::of)
                .orElseGet(() -> new KeySafety(Optional.empty(), Optional.empty()));
    }

    /** Of an object with the {@link #WANTED} attributes. */
    static KeySafety of(Found key) {
        return new KeySafety(key.flag(Cka.SENSITIVE), key.flag(Cka.EXTRACTABLE));
    }

    /**
     * Whether the key cannot leave.
     *
     * @param unless where the token shows an attribute not: whether it was told what it shall be
     */
    boolean stays(boolean unless) {
        return sensitive.orElse(unless) && extractable.map(may -> !may).orElse(unless);
    }

    /** What the person is told of one that could. */
    static Fault leaves() {
        return new Fault(ErrorCode.TOKEN_CANNOT, "the token makes keys that could leave it");
    }
}
