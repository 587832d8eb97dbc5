// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;

/**
 * Removes a key pair that has no certificate. The private key goes first: what an interruption leaves is a public key, which is still listed and can be removed
 * again. The caller holds the token's lock and a login.
 */
final class PairRemoval {
    private static final List<Long> CERTIFICATE = List.of(Cka.CLASS, Cka.ID, Cka.VALUE);

    private final Stay stay;

    PairRemoval(Stay stay) {
        this.stay = stay;
    }

    /**
     * Removes the pair; one that is gone is no error.
     *
     * @throws Fault {@code KEY_IN_USE}; {@code KEY_NOT_REMOVABLE} where several keys share the CKA_ID, and where the token keeps its keys
     */
    void remove(byte[] ckaId, SubjectPublicKeyInfo key) {
        // Another program may have put the certificate there as a private object, or without the key's CKA_ID.
        List<Found> all = stay.find(List.of(Attribute.of(Cka.CLASS, Cka.CERTIFICATE)), CERTIFICATE);
        ActiveContainer.requireNoCertificate(new KnownCertificates()
                .of(all).stream()
                        .anyMatch(each -> PublicKeys.same(each.certificate().getSubjectPublicKeyInfo(), key)));
        List<Found> hidden = stay.find(of(Cka.PRIVATE_KEY, ckaId), List.of(Cka.ID));
        List<Found> open = stay.find(of(Cka.PUBLIC_KEY, ckaId), PublicKeyObject.WANTED);
        boolean foreign = open.stream()
                .flatMap(each -> PublicKeyObject.read(each).stream())
                .anyMatch(each -> !PublicKeys.same(each, key));
        if (foreign || hidden.size() > 1) {
            throw new Fault(ErrorCode.KEY_NOT_REMOVABLE, "several keys share the CKA_ID");
        }
        hidden.forEach(each -> destroy(each.handle()));
        open.forEach(each -> destroy(each.handle()));
    }

    private static List<Attribute> of(long kind, byte[] ckaId) {
        return List.of(Attribute.of(Cka.CLASS, kind), Attribute.of(Cka.ID, ckaId));
    }

    private void destroy(long handle) {
        try {
            stay.ask(slot -> new Call.DestroyObject(slot, handle));
        } catch (CkrException e) {
            if (e.meaning() == Ckr.Meaning.UNSUPPORTED) {
                throw new Fault(ErrorCode.KEY_NOT_REMOVABLE, String.valueOf(e.getMessage()), e);
            }
            throw TokenFaults.of(e);
        }
    }
}
