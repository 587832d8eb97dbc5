// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Identification;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.SignedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.store.Database;

/** Renewals by machines, from the request to the confirmation. Each step is one transaction with its entry in the audit log. */
final class Renewals {
    /** How long the program has to confirm. */
    static final Duration CONFIRM_WITHIN = Duration.ofHours(1);

    private static final Actor MACHINES = Actor.server("machines");
    /** CRLReason cessationOfOperation: nobody will use it. */
    private static final int NOT_WANTED = 5;

    private static final int MOST_AT_ONCE = 20;

    private final Database database;
    private final TestAuthority authority;
    private final RenewalRepository renewals;
    private final AuditLog audit;
    private final MachineRules rules;
    private final Duration delay;
    private final InstantSource clock;
    private final SecureRandom random;

    Renewals(
            Database database,
            TestAuthority authority,
            AuditLog audit,
            MachineRules rules,
            Duration delay,
            InstantSource clock,
            SecureRandom random) {
        this.database = database;
        this.authority = authority;
        this.renewals = new RenewalRepository(database);
        this.audit = audit;
        this.rules = rules;
        this.delay = delay;
        this.clock = clock;
        this.random = random;
    }

    /** The profile of a certificate, if machines may renew that one. */
    CaProfile profile(IssuedCertificate old) {
        CaProfile profile = CaProfile.ofCliName(old.authority()).orElseThrow();
        Refusal.unless(
                rules.of(profile).renewable(),
                PKIFailureInfo.notAuthorized,
                "certificates of this profile are not renewed by machines");
        requireRenewable(old);
        return profile;
    }

    private static void requireRenewable(IssuedCertificate old) {
        Refusal.unless(
                old.revoked() == null, PKIFailureInfo.certRevoked, "the signer's certificate is revoked or suspended");
        Refusal.unless(old.renewedBy() == null, PKIFailureInfo.notAuthorized, "the certificate has been renewed");
    }

    /** In the transaction that relies on it: since the message was read, the certificate may have been revoked, or renewed by another one. */
    private void requireStillRenewable(String signer) {
        requireRenewable(authority.register().find(signer).orElseThrow());
    }

    /** Notes a request; a program that lost the answer may ask again for the same key, in another transaction. */
    Renewal begin(String id, IssuedCertificate old, AcceptedRequest key, boolean implicit) {
        return database.write(handle -> {
            Refusal.unless(
                    renewals.find(id).isEmpty(),
                    PKIFailureInfo.transactionIdInUse,
                    "this transaction was begun before");
            requireStillRenewable(old.sha256());
            Optional<Renewal> earlier = renewals.openFor(key.keyId());
            boolean same =
                    earlier.filter(one -> one.signer().equals(old.sha256())).isPresent();
            Refusal.unless(
                    same || (earlier.isEmpty() && !authority.register().knowsKey(key.keyId())),
                    PKIFailureInfo.duplicateCertReq,
                    "a certificate of this key exists or is under way");
            // One certificate yields one: with a second open renewal, both could be issued before either is confirmed.
            Refusal.unless(
                    same || !renewals.isOpenFor(old.sha256()),
                    PKIFailureInfo.duplicateCertReq,
                    "another renewal of this certificate is under way");
            earlier.ifPresent(one -> renewals.update(changed(one, Renewal.State.REPLACED, one.certificate())));
            Instant now = clock.instant();
            Renewal begun = new Renewal(
                    id,
                    old.sha256(),
                    key,
                    Renewal.State.WAITING,
                    earlier.map(Renewal::certificate).orElse(null),
                    implicit,
                    Nonce.next(random),
                    earlier.map(Renewal::due).orElse(now.plus(delay)),
                    now.plus(delay).plus(CONFIRM_WITHIN));
            renewals.insert(begun);
            return begun;
        });
    }

    /** Issues what is due; nothing where it is to wait longer. */
    Optional<Renewal> issue(Renewal renewal, IssuedCertificate old, CaProfile profile) {
        if (clock.instant().isBefore(renewal.due())) {
            return Optional.empty();
        }
        // The signature comes before the transaction: nobody waits for it there.
        @Nullable SignedCertificate signed = renewal.certificate() == null ? sign(renewal, old, profile) : null;
        return Optional.of(database.write(handle -> {
            Renewal now = renewals.find(renewal.id()).orElseThrow();
            Refusal.unless(now.state() == Renewal.State.WAITING, PKIFailureInfo.badRequest, "nothing is waiting");
            requireStillRenewable(now.signer());
            String name = now.certificate();
            if (name == null && signed != null) {
                name = authority.issue(signed, MACHINES).sha256();
            }
            Renewal issued = changed(now, Renewal.State.ISSUED, name);
            if (issued.implicit()) {
                return settle(issued);
            }
            renewals.update(issued);
            return issued;
        }));
    }

    private SignedCertificate sign(Renewal renewal, IssuedCertificate old, CaProfile profile) {
        Bearer bearer = old.bearer()
                .orElseThrow(() -> new Refusal(PKIFailureInfo.badCertTemplate, "the certificate names nobody"));
        return authority.sign(
                "machine-" + renewal.id(),
                old.holder(),
                profile,
                bearer,
                renewal.key(),
                Identification.QUALIFIED_SIGNATURE,
                rules.of(profile).months());
    }

    /** The renewal of that transaction, which must be the signer's own and go on from what the server said last. */
    Renewal continued(Received received, IssuedCertificate signer) {
        Renewal renewal = renewals.find(received.transaction())
                .filter(found -> found.signer().equals(signer.sha256()))
                .orElseThrow(() -> new Refusal(PKIFailureInfo.badRequest, "no such transaction"));
        Refusal.unless(
                renewal.state() != Renewal.State.CONFIRMED, PKIFailureInfo.certConfirmed, "it is confirmed already");
        Refusal.unless(renewal.isOpen(), PKIFailureInfo.badRequest, "the transaction is over");
        Refusal.unless(
                received.answers(renewal.nonce()),
                PKIFailureInfo.badRecipientNonce,
                "recipNonce is not what the authority sent last");
        return renewal;
    }

    /** The next answer to that renewal has this nonce. */
    Renewal asked(Renewal renewal) {
        Renewal next = changed(renewal, renewal.state(), renewal.certificate());
        database.update(handle -> renewals.update(next));
        return next;
    }

    IssuedCertificate certificate(Renewal renewal) {
        return Optional.ofNullable(renewal.certificate())
                .flatMap(authority.register()::find)
                .orElseThrow(() -> new Refusal(PKIFailureInfo.badRequest, "nothing was issued in this transaction"));
    }

    /** The program has it: the old one is renewed. */
    void confirm(Renewal renewal) {
        database.update(handle -> settle(stillOpen(renewal)));
    }

    /** The program does not want it, or got another one: it is revoked. */
    void reject(Renewal renewal) {
        database.update(handle -> drop(stillOpen(renewal)));
    }

    /** Revokes what nobody confirmed in time. */
    void tidy() {
        for (Renewal late : renewals.overdue(clock.instant(), MOST_AT_ONCE)) {
            database.update(
                    handle -> renewals.find(late.id()).filter(Renewal::isOpen).ifPresent(this::drop));
        }
    }

    private Renewal stillOpen(Renewal renewal) {
        return renewals.find(renewal.id())
                .filter(Renewal::isOpen)
                .orElseThrow(() -> new Refusal(PKIFailureInfo.badRequest, "the transaction is over"));
    }

    private Renewal settle(Renewal renewal) {
        requireStillRenewable(renewal.signer());
        IssuedCertificate issued = certificate(renewal);
        Renewal settled = changed(renewal, Renewal.State.CONFIRMED, renewal.certificate());
        renewals.update(settled);
        Refusal.unless(
                authority.register().markRenewedOnce(renewal.signer(), issued.sha256()),
                PKIFailureInfo.notAuthorized,
                "the certificate has been renewed");
        audit.record(
                MACHINES,
                AuditAction.CERTIFICATE_CONFIRMED,
                About.object("certificate", issued.sha256(), issued.der()));
        return settled;
    }

    private void drop(Renewal renewal) {
        renewals.update(changed(renewal, Renewal.State.REJECTED, renewal.certificate()));
        if (renewal.certificate() != null) {
            authority.revocations().revoke(certificate(renewal), NOT_WANTED, MACHINES);
        }
    }

    private Renewal changed(Renewal from, Renewal.State state, @Nullable String certificate) {
        return new Renewal(
                from.id(),
                from.signer(),
                from.key(),
                state,
                certificate,
                from.implicit(),
                Nonce.next(random),
                from.due(),
                from.until());
    }
}
