// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.obnova.demo.ca.Digests;
import org.obnova.demo.ca.ServiceKey;

/** Stamps digests with the time (RFC 3161). */
public final class TimeStampAuthority {
    /** Where nobody asks for another one. Under the arc of examples (RFC 5612 has none for policies; 2.999 is everybody's). */
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.795.1");

    private static final int MAX_BYTES = 4 * 1024;
    private static final int SERIAL_BITS = 158;
    private static final int ACCURACY_SECONDS = 1;

    /** Digests that are trusted for years. */
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256,
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512);

    private final ServiceKey key;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DigestCalculatorProvider digests = Digests.all();

    /** @param key of one authority; all documents are stamped by it */
    public TimeStampAuthority(ServiceKey key, InstantSource clock, SecureRandom random) {
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The stamp, or the refusal with its reason (PKIFailureInfo).
     *
     * @param request DER of a TimeStampReq
     * @return DER of a TimeStampResp
     */
    public byte[] answer(byte[] request) {
        try {
            TimeStampResponseGenerator answers =
                    new TimeStampResponseGenerator(tokens(), DIGESTS, Set.of(POLICY), Set.of());
            if (request.length > MAX_BYTES) {
                return answers.generateRejectedResponse(new TSPException("too long"))
                        .getEncoded();
            }
            TimeStampRequest parsed;
            try {
                parsed = new TimeStampRequest(request);
            } catch (IOException
                    | IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException
                    | ClassCastException e) {
                return answers.generateRejectedResponse(new TSPException("not a request", e))
                        .getEncoded();
            }
            return answers.generate(parsed, new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS), now())
                    .getEncoded();
        } catch (TSPException | OperatorCreationException e) {
            throw new IllegalStateException("a stamp that cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a stamp that does not encode", e);
        }
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private TimeStampTokenGenerator tokens() throws OperatorCreationException, TSPException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new SignerInfoGeneratorBuilder(digests).build(key.signer(random), key.certificate()),
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                POLICY);
        tokens.setAccuracySeconds(ACCURACY_SECONDS);
        tokens.addCertificates(new CollectionStore<>(List.of(key.certificate(), key.issuer())));
        return tokens;
    }
}
