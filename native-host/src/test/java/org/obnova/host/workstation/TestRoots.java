// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Objects;

/** Root certificates for tests. */
final class TestRoots {
    /** Constrained to {@code obnova.org}; its key was destroyed. */
    static final byte[] EXTERN = read("extern-root.pem");

    private TestRoots() {}

    private static byte[] read(String name) {
        try (InputStream pem = Objects.requireNonNull(TestRoots.class.getResourceAsStream(name))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
