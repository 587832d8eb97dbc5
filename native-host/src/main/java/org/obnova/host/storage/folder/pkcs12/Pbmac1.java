// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;

/** The newer MAC of PKCS#12: PBMAC1 with PBKDF2 (RFC 9579); its own parameters count, not those of MacData. The password is its UTF-8 octets. Only read. */
final class Pbmac1 {
    private static final int LARGEST_KEY = 64;

    private Pbmac1() {}

    static boolean isOne(MacData data) {
        return data.getMac().getAlgorithmId().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
    }

    static BigInteger iterations(MacData data) {
        return derivation(data).getIterationCount();
    }

    static byte[] mac(MacData data, byte[] content, Secret password) {
        PBKDF2Params derivation = derivation(data);
        BigInteger length = derivation.getKeyLength();
        if (length == null || length.signum() <= 0 || length.compareTo(BigInteger.valueOf(LARGEST_KEY)) > 0) {
            // RFC 9579 section 5: it must be there.
            throw new IllegalArgumentException("a MAC key of " + length + " octets");
        }
        PKCS5S2ParametersGenerator generator =
                new PKCS5S2ParametersGenerator(Pbes2.digest(derivation.getPrf().getAlgorithm()));
        byte[] octets = password.copy();
        CipherParameters key;
        try {
            generator.init(octets, derivation.getSalt(), Stretching.checked(derivation.getIterationCount()));
            key = generator.generateDerivedMacParameters(8 * length.intValueExact());
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
        HMac mac = new HMac(Pbes2.digest(parameters(data).getMessageAuthScheme().getAlgorithm()));
        mac.init(key);
        mac.update(content, 0, content.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private static PBKDF2Params derivation(MacData data) {
        var function = parameters(data).getKeyDerivationFunc();
        ASN1ObjectIdentifier type = function.getAlgorithm();
        if (!type.equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "MAC with " + type.getId());
        }
        return PBKDF2Params.getInstance(function.getParameters());
    }

    private static PBMAC1Params parameters(MacData data) {
        return PBMAC1Params.getInstance(data.getMac().getAlgorithmId().getParameters());
    }
}
