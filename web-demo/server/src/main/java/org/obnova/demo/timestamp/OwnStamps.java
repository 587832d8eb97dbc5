// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** What the authority asks of its own time stamps, as anybody asks: by request and answer. */
public final class OwnStamps {
    private static final int NONCE_BITS = 64;

    private final TimeStampAuthority authority;
    private final SecureRandom random;

    /** Asks that authority. */
    public OwnStamps(TimeStampAuthority authority, SecureRandom random) {
        this.authority = authority;
        this.random = random;
    }

    /**
     * A stamp.
     *
     * @param algorithm of the digest
     * @param digest what is stamped
     * @return DER of the TimeStampToken (RFC 3161 section 2.4.2), with the certificates of the stamp
     */
    public byte[] token(ASN1ObjectIdentifier algorithm, byte[] digest) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(algorithm, digest, new BigInteger(NONCE_BITS, random));
        try {
            TimeStampResponse answer = new TimeStampResponse(authority.answer(request.getEncoded()));
            answer.validate(request);
            if (answer.getTimeStampToken() == null) {
                throw new IllegalStateException("no stamp: " + answer.getStatusString());
            }
            return answer.getTimeStampToken().getEncoded("DER");
        } catch (TSPException e) {
            throw new IllegalStateException("a stamp that is not the one that was asked for", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a stamp that does not encode", e);
        }
    }
}
