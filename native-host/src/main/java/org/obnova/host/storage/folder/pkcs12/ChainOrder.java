// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.folder.pkcs12.Bags.CertificateBag;

/** Puts certificates of a container, which has them in any order, into the order leaf first, each followed by its issuer. Trust is not judged here. */
public final class ChainOrder {
    private ChainOrder() {}

    /** The chain of the key; empty when its certificate is not there. */
    public static List<X509CertificateHolder> of(SubjectPublicKeyInfo key, List<CertificateBag> bags) {
        return from(bags, bag -> PublicKeys.same(key, bag.certificate().getSubjectPublicKeyInfo()));
    }

    /** The chain of a key whose public part is not known: by the id of its bag, else from the only certificate that issued no other. */
    public static List<X509CertificateHolder> of(Optional<ASN1OctetString> keyId, List<CertificateBag> bags) {
        List<X509CertificateHolder> joined =
                keyId.isEmpty() ? List.of() : from(bags, bag -> keyId.equals(bag.localKeyId()));
        if (!joined.isEmpty()) {
            return joined;
        }
        List<CertificateBag> ends =
                bags.stream().filter(bag -> issuedNone(bag, bags)).toList();
        return ends.size() == 1 ? from(bags, ends.getFirst()::equals) : List.of();
    }

    private static boolean issuedNone(CertificateBag bag, List<CertificateBag> bags) {
        return bags.stream().noneMatch(other -> !other.equals(bag) && isIssuer(bag.certificate(), other.certificate()));
    }

    private static boolean isIssuer(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        return issuer.getSubject().equals(certificate.getIssuer());
    }

    private static List<X509CertificateHolder> from(List<CertificateBag> bags, Predicate<CertificateBag> isLeaf) {
        List<X509CertificateHolder> chain = new ArrayList<>();
        Optional<X509CertificateHolder> next =
                bags.stream().filter(isLeaf).map(CertificateBag::certificate).findFirst();
        while (next.isPresent()) {
            X509CertificateHolder last = next.get();
            chain.add(last);
            next = bags.stream()
                    .map(CertificateBag::certificate)
                    .filter(candidate -> !chain.contains(candidate) && isIssuer(candidate, last))
                    .findFirst();
        }
        return List.copyOf(chain);
    }
}
