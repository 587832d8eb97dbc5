// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DeviceKeys;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;

/** Reads public key objects (PKCS #11 v3.1 section 6). The types of GOST keys of 512 bit are vendors' own, so what they hold decides. */
final class PublicKeyObject {
    /** What is to be asked for. */
    static final List<Long> WANTED = List.of(
            Cka.ID,
            Cka.LABEL,
            Cka.KEY_TYPE,
            Cka.VALUE,
            Cka.GOSTR3410_PARAMS,
            Cka.EC_PARAMS,
            Cka.EC_POINT,
            Cka.MODULUS,
            Cka.PUBLIC_EXPONENT);

    private PublicKeyObject() {}

    /** All that are not for logged-in persons only. */
    static List<Attribute> template() {
        return List.of(Attribute.of(Cka.CLASS, Cka.PUBLIC_KEY));
    }

    /** The key; empty for one that the host does not sign with. */
    static Optional<SubjectPublicKeyInfo> read(Found object) {
        try {
            return object.octets(Cka.GOSTR3410_PARAMS)
                    .flatMap(set -> object.octets(Cka.VALUE).map(value -> DeviceKeys.gost(set, value)))
                    .or(() -> object.octets(Cka.EC_PARAMS)
                            .flatMap(curve -> object.octets(Cka.EC_POINT).map(point -> DeviceKeys.ec(curve, point))))
                    .or(() -> object.octets(Cka.MODULUS)
                            .flatMap(modulus -> object.octets(Cka.PUBLIC_EXPONENT)
                                    .map(exponent -> DeviceKeys.rsa(modulus, exponent))));
        } catch (Fault e) {
            return Optional.empty();
        }
    }
}
