// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.obnova.demo.lint.Linter;
import org.obnova.demo.lint.ListCandidate;

/** Complete revocation lists of RFC 5280 section 5, kept for ten minutes or until somebody is revoked. */
final class RevocationLists {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration VALID = Duration.ofDays(7);

    private final CertificateRegister register;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Signed> lists = new HashMap<>();

    RevocationLists(CertificateRegister register, InstantSource clock, SecureRandom random) {
        this.register = register;
        this.clock = clock;
        this.random = random;
    }

    synchronized byte[] current(Authority authority) {
        Instant now = clock.instant();
        Signed kept = lists.get(authority.id());
        if (kept == null
                || now.isBefore(kept.made())
                || !now.isBefore(kept.made().plus(KEPT))) {
            kept = new Signed(now, sign(authority, now));
            lists.put(authority.id(), kept);
        }
        return encoded(kept.list());
    }

    synchronized void forget(String authority) {
        lists.remove(authority);
    }

    private X509CRLHolder sign(Authority authority, Instant now) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(VALID)));
        for (CertificateRegister.Revoked revoked : register.revoked(authority.id())) {
            list.addCRLEntry(revoked.serial(), Date.from(revoked.at()), revoked.reason());
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getSubjectPublicKeyInfo()));
            list.addExtension(
                    Extension.cRLNumber,
                    false,
                    new CRLNumber(BigInteger.valueOf(register.nextListNumber(authority.id()))));
            X509CRLHolder signed = list.build(Crypto.signer(authority.profile(), authority.key(), random));
            Linter.check(new ListCandidate(signed, authority.certificate(), now));
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException("a revocation list that does not encode", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static byte[] encoded(X509CRLHolder list) {
        try {
            return list.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a revocation list that does not encode", e);
        }
    }

    private record Signed(Instant made, X509CRLHolder list) {}
}
