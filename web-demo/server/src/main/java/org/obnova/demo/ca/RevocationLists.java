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
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.lint.Linter;
import org.obnova.demo.lint.ListCandidate;
import org.obnova.demo.store.Database;

/**
 * Revocation lists of RFC 5280 section 5: complete ones, and delta lists (section 5.2.4) that say what changed since the earliest complete list that is still in
 * force. Whoever holds any complete list that is in force needs a delta list alone. Both are kept for ten minutes, or until somebody is
 * revoked, in the database: each process of the authority publishes the same.
 */
final class RevocationLists {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration DELTA_VALID = Duration.ofDays(1);

    private final Database database;
    private final RevocationRegister register;
    private final AuditLog audit;
    private final String publicUrl;
    private final InstantSource clock;
    private final SecureRandom random;

    RevocationLists(
            Database database,
            RevocationRegister register,
            AuditLog audit,
            String publicUrl,
            InstantSource clock,
            SecureRandom random) {
        this.database = database;
        this.register = register;
        this.audit = audit;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.random = random;
    }

    /** The complete list, DER. */
    byte[] current(Authority authority) {
        return list(authority, false);
    }

    /** The delta list, DER. */
    byte[] delta(Authority authority) {
        return list(authority, true);
    }

    private byte[] list(Authority authority, boolean delta) {
        return database.write(handle -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return register.last(authority.id(), delta)
                    .filter(kept -> !now.isBefore(kept.made())
                            && now.isBefore(kept.made().plus(KEPT)))
                    .map(RevocationRegister.Signed::der)
                    .orElseGet(() -> sign(authority, delta, now));
        });
    }

    /** In a transaction: what is signed, is kept and stands in the audit log. */
    private byte[] sign(Authority authority, boolean delta, Instant now) {
        register.forget(authority.id(), now.minus(VALID));
        Optional<RevocationRegister.Signed> base = delta ? Optional.of(base(authority, now)) : Optional.empty();
        long number = register.nextNumber(authority.id());
        byte[] der = encoded(signed(authority, number, base, now));
        register.keep(authority.id(), delta, new RevocationRegister.Signed(number, now, der));
        audit.record(
                Actor.server("authority"),
                delta ? AuditAction.DELTA_LIST_SIGNED : AuditAction.LIST_SIGNED,
                About.object("list", authority.id() + "." + number, der));
        return der;
    }

    private RevocationRegister.Signed base(Authority authority, Instant now) {
        Instant inForce = now.minus(VALID);
        return register.earliest(authority.id(), inForce).orElseGet(() -> {
            sign(authority, false, now);
            return register.earliest(authority.id(), inForce).orElseThrow();
        });
    }

    private X509CRLHolder signed(
            Authority authority, long number, Optional<RevocationRegister.Signed> base, Instant now) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(base.isPresent() ? DELTA_VALID : VALID)));
        List<RevocationRegister.Entry> entries = base.map(complete -> register.changed(authority.id(), complete))
                .orElseGet(() -> register.revoked(authority.id()));
        for (RevocationRegister.Entry entry : entries) {
            // The clock of the process that revoked may be a little ahead of this one's.
            Instant at = entry.at().isAfter(now) ? now : entry.at();
            list.addCRLEntry(entry.serial(), Date.from(at), entry.reason());
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getSubjectPublicKeyInfo()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            if (base.isPresent()) {
                list.addExtension(
                        Extension.deltaCRLIndicator,
                        true,
                        new CRLNumber(BigInteger.valueOf(base.get().number())));
            } else {
                list.addExtension(
                        Extension.freshestCRL, false, Extensions.at(CrlUrls.delta(publicUrl, authority.id())));
            }
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
}
