// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.CertificateConfirmationContent;
import org.bouncycastle.cert.cmp.CertificateStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Digests;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.ServiceKey;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.lint.LintFailure;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the CMP messages of machines: {@code kur}, {@code certConf}, {@code pollReq}, and {@code genm} for the authority's certificates. */
public final class CmpResponder {
    /** Largest message: a request with a long RSA key and a chain. */
    static final int MAX_BYTES = 32 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CmpResponder.class);

    private final Renewals renewals;
    private final SignatureCheck signatures;
    private final InstantSource clock;
    private final @Nullable Replies replies;

    /**
     * A responder for what that authority issues. Its key is made here, while the server starts: of servers that share the folder, two would make it twice on
     * requests. Where machines renew nothing, there is no key.
     *
     * @param profile of the key that signs the answers, if machines renew its certificates
     * @param delay how long the authority takes at least to issue
     */
    public CmpResponder(
            Database database,
            TestAuthority authority,
            AuditLog audit,
            MachineRules rules,
            CaProfile profile,
            Duration delay,
            InstantSource clock,
            SecureRandom random) {
        this.renewals = new Renewals(database, authority, audit, rules, delay, clock, random);
        this.signatures = new SignatureCheck(authority.register(), clock);
        this.clock = clock;
        this.replies = key(authority, rules, profile)
                .map(key -> new Replies(key, clock, random))
                .orElse(null);
    }

    /**
     * The answer to a message; whatever is wrong is a signed {@code error} with PKIFailureInfo.
     *
     * @param message DER of a PKIMessage
     * @return DER of a PKIMessage
     * @throws Problem NOT_FOUND where machines renew nothing: there is no key to sign a refusal with
     */
    public byte[] answer(byte[] message) {
        Replies signed = replies;
        if (signed == null) {
            // What was begun before machines were switched off is still revoked when nobody confirms it.
            renewals.tidy();
            throw new Problem(ProblemCode.NOT_FOUND, "machines renew nothing here");
        }
        return answer(message, signed);
    }

    private byte[] answer(byte[] message, Replies replies) {
        Received received = null;
        try {
            renewals.tidy();
            Refusal.unless(message.length <= MAX_BYTES, PKIFailureInfo.badDataFormat, "longer than 32 KiB");
            received = Received.read(message);
            return answer(received, replies);
        } catch (Refusal e) {
            return replies.refused(received, e);
        } catch (Problem e) {
            return replies.refused(received, refusal(e));
        } catch (LintFailure | JdbiException e) {
            LOG.error("a renewal by a machine failed", e);
            return replies.refused(received, new Refusal(PKIFailureInfo.systemFailure, "failed, try again later"));
        } catch (IOException
                | CMPException
                | OperatorCreationException
                | RuntimeOperatorException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ClassCastException e) {
            // All that Bouncy Castle throws, at any step, at what is no message.
            LOG.debug("not a message", e);
            return replies.refused(received, new Refusal(PKIFailureInfo.badDataFormat, "not a message of CMP"));
        }
    }

    private byte[] answer(Received received, Replies replies)
            throws IOException, CMPException, OperatorCreationException {
        received.checkHeader(clock.instant());
        IssuedCertificate signer = received.signer(signatures);
        return switch (received.type()) {
            case PKIBody.TYPE_KEY_UPDATE_REQ -> update(received, signer, replies);
            case PKIBody.TYPE_POLL_REQ -> poll(received, signer, replies);
            case PKIBody.TYPE_CERT_CONFIRM -> confirm(received, signer, replies);
            case PKIBody.TYPE_GEN_MSG -> authorities(received, replies);
            default -> throw new Refusal(PKIFailureInfo.badRequest, "only kur, certConf, pollReq and genm are served");
        };
    }

    private byte[] update(Received received, IssuedCertificate signer, Replies replies) {
        CaProfile profile = renewals.profile(signer);
        UpdateRequest request = UpdateRequest.of(received);
        Renewal renewal = renewals.begin(
                received.transaction(),
                signer,
                request.key(signer.certificate(), profile),
                received.wantsNoConfirmation());
        Optional<Renewal> issued = renewals.issue(renewal, signer, profile);
        if (issued.isEmpty()) {
            return replies.waiting(received, renewal);
        }
        IssuedCertificate certificate = renewals.certificate(issued.get());
        return replies.certificate(received, issued.get(), certificate, request.isMetBy(certificate.certificate()));
    }

    private byte[] poll(Received received, IssuedCertificate signer, Replies replies) {
        Renewal renewal = renewals.continued(received, signer);
        var asked = PollReqContent.getInstance(received.content()).getCertReqIdValues();
        Refusal.unless(asked.length == 1 && asked[0].signum() == 0, PKIFailureInfo.badRequest, "certReqId is 0");
        Optional<Renewal> issued = renewals.issue(renewal, signer, renewals.profile(signer));
        if (issued.isEmpty()) {
            return replies.askAgain(received, renewals.asked(renewal));
        }
        return replies.certificate(received, issued.get(), renewals.certificate(issued.get()), true);
    }

    private byte[] confirm(Received received, IssuedCertificate signer, Replies replies) throws CMPException {
        Renewal renewal = renewals.continued(received, signer);
        IssuedCertificate certificate = renewals.certificate(renewal);
        CertificateStatus[] said =
                CertificateConfirmationContent.fromPKIBody(received.body()).getStatusMessages();
        // An empty confirmation refuses everything (RFC 9810 section 5.3.18).
        if (said.length == 0 || isRejection(said[0].getStatusInfo())) {
            renewals.reject(renewal);
            return replies.confirmed(received);
        }
        boolean right = said.length == 1
                && said[0].getCertRequestID().signum() == 0
                && said[0].isVerified(certificate.certificate(), Digests.all());
        if (!right) {
            renewals.reject(renewal);
            throw new Refusal(PKIFailureInfo.badCertId, "certHash is that of another certificate: it is revoked");
        }
        renewals.confirm(renewal);
        return replies.confirmed(received);
    }

    private static boolean isRejection(@Nullable PKIStatusInfo status) {
        return status != null
                && status.getStatus().intValueExact() != PKIStatus.GRANTED
                && status.getStatus().intValueExact() != PKIStatus.GRANTED_WITH_MODS;
    }

    private byte[] authorities(Received received, Replies replies) {
        boolean asked = Stream.of(GenMsgContent.getInstance(received.content()).toInfoTypeAndValueArray())
                .anyMatch(info -> info.getInfoType().equals(CMPObjectIdentifiers.id_it_caCerts));
        Refusal.unless(asked, PKIFailureInfo.badRequest, "of general messages only caCerts is served");
        return replies.authorities(received);
    }

    private static Refusal refusal(Problem problem) {
        return switch (problem.code()) {
            case SIGNER_UNTRUSTED ->
                new Refusal(PKIFailureInfo.signerNotTrusted, "the signer's certificate was not issued here", problem);
            case SIGNER_EXPIRED ->
                new Refusal(PKIFailureInfo.signerNotTrusted, "the signer's certificate is not valid now", problem);
            case CERTIFICATE_REVOKED ->
                new Refusal(PKIFailureInfo.certRevoked, "the signer's certificate is revoked or suspended", problem);
            default -> new Refusal(PKIFailureInfo.badRequest, "refused", problem);
        };
    }

    /** The profile's own key, or else that of another authority here whose certificates machines renew. */
    private static Optional<ServiceKey> key(TestAuthority authority, MachineRules rules, CaProfile wanted) {
        return Stream.concat(Stream.of(wanted), Stream.of(CaProfile.values()))
                .filter(profile -> rules.of(profile).renewable())
                .flatMap(profile -> authority.machines(profile).stream())
                .findFirst();
    }
}
