// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.certificate;

import java.math.BigInteger;
import java.util.Optional;
import org.obnova.demo.lint.CertificateCandidate;
import org.obnova.demo.lint.Lint;

/** Positive, at most 20 octets, and at least 64 bits from a random generator: fewer bits cannot be. */
public final class SerialNumberLint implements Lint<CertificateCandidate> {
    private static final int MAX_BYTES = 20;
    private static final int MIN_BITS = 64;

    @Override
    public String source() {
        return "RFC 5280 section 4.1.2.2; CA/Browser Forum, Baseline Requirements 7.1";
    }

    @Override
    public Optional<String> finding(CertificateCandidate candidate) {
        BigInteger serial = candidate.certificate().getSerialNumber();
        if (serial.signum() <= 0 || serial.toByteArray().length > MAX_BYTES) {
            return Optional.of("serial number is not positive, or longer than 20 octets");
        }
        return serial.bitLength() >= MIN_BITS ? Optional.empty() : Optional.of("serial number has too few bits");
    }
}
