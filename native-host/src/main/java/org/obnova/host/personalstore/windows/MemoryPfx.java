// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.windows;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.secret.Secret;

/**
 * PKCS#12 that lives for one hand-over from memory to memory. Its cipher (3DES, PKCS#12's own derivation) is the one that every Windows reads; it protects nothing that
 * the pipe does not.
 */
final class MemoryPfx {
    private MemoryPfx() {}

    /** Key and certificates; to be zeroed by the caller. */
    static byte[] of(Identity identity, char[] password) {
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        try (Secret pkcs8 = identity.key().pkcs8()) {
            PKCS12SafeBagBuilder key = new PKCS12SafeBagBuilder(
                    PrivateKeyInfo.getInstance(pkcs8.copy()),
                    new BcPKCS12PBEOutputEncryptorBuilder(
                                    PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                                    CBCBlockCipher.newInstance(new DESedeEngine()))
                            .build(password));
            builder.addData(key.build());
            for (X509CertificateHolder each : identity.chain()) {
                PKCS12SafeBag bag = new PKCS12SafeBagBuilder(each).build();
                builder.addData(bag);
            }
            return builder.build(new BcPKCS12MacCalculatorBuilder(), password).getEncoded();
        } catch (IOException | PKCSException e) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "no PKCS#12 could be made", e);
        }
    }
}
