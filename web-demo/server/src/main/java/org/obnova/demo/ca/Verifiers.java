// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Verifiers by the provider that everything here is signed with. */
public final class Verifiers {
    private Verifiers() {}

    /** Of the signatures of CMS, by the certificate and within its dates. */
    public static SignerInformationVerifier of(X509CertificateHolder certificate) throws OperatorCreationException {
        try {
            return new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(certificate);
        } catch (java.security.cert.CertificateException e) {
            throw new OperatorCreationException("a certificate that Java does not read", e);
        }
    }

    /** Of the certificates that it issued. */
    public static ContentVerifierProvider contentOf(X509CertificateHolder authority)
            throws OperatorCreationException, IOException {
        return new JcaContentVerifierProviderBuilder()
                .setProvider(Crypto.PROVIDER)
                .build(Crypto.publicKey(authority.getSubjectPublicKeyInfo()));
    }
}
