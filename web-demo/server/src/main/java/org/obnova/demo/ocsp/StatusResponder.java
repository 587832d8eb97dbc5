// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.Digests;
import org.obnova.demo.ca.ServiceKey;
import org.obnova.demo.ca.Standing;

/** Answers requests for the status of certificates (RFC 6960). */
public final class StatusResponder {
    /** Largest request: some dozens of certificates. */
    private static final int MAX_BYTES = 8 * 1024;

    private static final int MAX_CERTIFICATES = 32;
    /** RFC 5280 section 4.1.2.2. */
    private static final int MAX_SERIAL_BYTES = 20;
    /** A certificate's id with the longest digests that are known here; one that is longer carries what somebody thought up. */
    private static final int MAX_KEPT_ID_BYTES = 256;
    /** RFC 9654 section 2.1. */
    private static final int MAX_NONCE_BYTES = 128;

    private static final Duration VALID = Duration.ofMinutes(10);

    private final List<ServiceKey> keys;
    private final Register register;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DigestCalculatorProvider digests = Digests.all();
    private final KeptAnswers kept;

    /** What the authorities know. */
    @FunctionalInterface
    public interface Register {
        /** How a certificate stands; nothing where that authority never issued one of this number. */
        Optional<Standing> standing(String authority, BigInteger serial);
    }

    /** @param keys one for each authority that is answered for */
    public StatusResponder(List<ServiceKey> keys, Register register, InstantSource clock, SecureRandom random) {
        this.keys = List.copyOf(keys);
        this.register = register;
        this.clock = clock;
        this.random = random;
        this.kept = new KeptAnswers(VALID.dividedBy(2));
    }

    /**
     * The answer to a request; what cannot be answered gets one of the refusals of RFC 6960 section 4.2.1.
     *
     * @param request DER of an OCSPRequest
     * @return DER of an OCSPResponse
     */
    public byte[] answer(byte[] request) {
        if (request.length > MAX_BYTES) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        try {
            ASN1Primitive whole = ASN1Primitive.fromByteArray(request);
            return whole == null ? refusal(OCSPRespBuilder.MALFORMED_REQUEST) : answer(new OCSPReq(request));
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            // All that Bouncy Castle throws at what is no request.
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        } catch (OCSPException e) {
            throw new IllegalStateException("an answer that cannot be signed", e);
        }
    }

    private byte[] answer(OCSPReq request) throws IOException, OCSPException {
        Req[] asked = request.getRequestList();
        if (asked.length == 0 || asked.length > MAX_CERTIFICATES) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        if (Stream.of(asked).anyMatch(StatusResponder::tooLong)) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null && !plausible(nonce)) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        ServiceKey key = keyFor(asked[0].getCertID());
        if (key == null) {
            return refusal(OCSPRespBuilder.UNAUTHORIZED);
        }
        Instant now = clock.instant();
        if (nonce != null || asked.length > 1) {
            return sign(key, asked, nonce, now);
        }
        Optional<Standing> standing = standing(key, asked[0].getCertID());
        byte[] id = asked[0].getCertID().toASN1Primitive().getEncoded();
        Optional<byte[]> earlier = standing.flatMap(known -> kept.find(id, known, now));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        byte[] fresh = sign(key, asked, null, now);
        if (standing.isPresent() && id.length <= MAX_KEPT_ID_BYTES) {
            kept.keep(id, standing.get(), fresh, now);
        }
        return fresh;
    }

    private byte[] sign(ServiceKey key, Req[] asked, @Nullable Extension nonce, Instant now)
            throws IOException, OCSPException {
        BasicOCSPRespBuilder answer =
                new BasicOCSPRespBuilder(new RespID(key.certificate().getSubject()));
        boolean neverIssued = false;
        for (Req each : asked) {
            boolean ours = matches(key, each.getCertID());
            Optional<Standing> standing = ours ? standing(key, each.getCertID()) : Optional.empty();
            neverIssued |= ours && standing.isEmpty();
            CertificateStatus status = ours ? status(standing) : new UnknownStatus();
            answer.addResponse(each.getCertID(), status, Date.from(now), Date.from(now.plus(VALID)), null);
        }
        answer.setResponseExtensions(extensions(nonce, neverIssued));
        X509CertificateHolder[] chain = {key.certificate()};
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, answer.build(key.signer(random), chain, Date.from(now)))
                .getEncoded();
    }

    private static @Nullable Extensions extensions(@Nullable Extension nonce, boolean neverIssued) throws IOException {
        List<Extension> all = new ArrayList<>();
        if (nonce != null) {
            all.add(nonce);
        }
        if (neverIssued) {
            all.add(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp.branch("9"), false, DERNull.INSTANCE.getEncoded()));
        }
        return all.isEmpty() ? null : new Extensions(all.toArray(Extension[]::new));
    }

    /** A number that was never issued is on hold since 1970: RFC 6960 section 2.2. */
    private static @Nullable CertificateStatus status(Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return new RevokedStatus(Date.from(Instant.EPOCH), CRLReason.certificateHold);
        }
        Instant revoked = standing.get().revoked();
        return revoked == null
                ? CertificateStatus.GOOD
                : revoked(revoked, standing.get().reason());
    }

    /** «Unspecified» is said by saying nothing: RFC 5280 section 5.3.1. */
    private static CertificateStatus revoked(Instant since, int reason) {
        return reason == CRLReason.unspecified
                ? new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(Date.from(since)), null))
                : new RevokedStatus(Date.from(since), reason);
    }

    private Optional<Standing> standing(ServiceKey key, CertificateID id) {
        return register.standing(key.authority(), id.getSerialNumber());
    }

    private @Nullable ServiceKey keyFor(CertificateID id) throws OCSPException {
        for (ServiceKey key : keys) {
            if (matches(key, id)) {
                return key;
            }
        }
        return null;
    }

    /** Whether that authority is the issuer whom the request names by digests of its name and key. */
    private boolean matches(ServiceKey key, CertificateID id) {
        try {
            return id.matchesIssuer(key.issuer(), digests);
        } catch (OCSPException e) {
            // A digest that nobody here knows: no authority of ours is meant.
            return false;
        }
    }

    private static boolean tooLong(Req asked) {
        return asked.getCertID().getSerialNumber().toByteArray().length > MAX_SERIAL_BYTES;
    }

    private static boolean plausible(Extension nonce) {
        byte[] value = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets();
        return value.length > 0 && value.length <= MAX_NONCE_BYTES;
    }

    private static byte[] refusal(int status) {
        try {
            OCSPResp refusal = new OCSPRespBuilder().build(status, null);
            return refusal.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a refusal that does not encode", e);
        } catch (OCSPException e) {
            throw new IllegalStateException("a refusal needs no signature", e);
        }
    }
}
