// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.List;
import org.obnova.demo.ca.IssuedCertificate;

/**
 * What an application ended in.
 *
 * @param entry the certificate in the register
 * @param certificate its DER
 * @param chain DER of its issuers, issuer first, root last: goes to {@code installCertificate} as {@code chain}
 */
public record Issued(IssuedCertificate entry, Der certificate, List<Der> chain) {
    /** Copies the list. */
    public Issued {
        chain = List.copyOf(chain);
    }
}
