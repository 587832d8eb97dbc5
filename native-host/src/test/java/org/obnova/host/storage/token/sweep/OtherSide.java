// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;

/** What the site and the authority remember of a renewal. */
final class OtherSide {
    private final TestAuthority authority;
    private byte @Nullable [] request;
    private @Nullable X509CertificateHolder issued;

    OtherSide(TestAuthority authority) {
        this.authority = authority;
    }

    /** Issues for the first request; a repeated one must be the same. */
    X509CertificateHolder issue(byte[] made) {
        X509CertificateHolder known = issued;
        if (known == null) {
            request = made;
            known = authority.issue(made, Workplace.NOW);
            issued = known;
        } else if (!Arrays.equals(request, made)) {
            throw new AssertionError("a second request for the same renewal");
        }
        return known;
    }

    X509CertificateHolder root() {
        return authority.root();
    }

    /** What was issued. */
    X509CertificateHolder issued() {
        X509CertificateHolder known = issued;
        if (known == null) {
            throw new AssertionError("nothing was issued");
        }
        return known;
    }
}
