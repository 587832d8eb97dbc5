// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.Faults;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.v1.ContainerCodec;

/** A file that asks for more work than any program's does is refused before the work begins. */
class BombTest {
    private static final ContainerCodec CODEC = new ContainerCodec();
    private static final AlgorithmIdentifier HMAC = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256);

    /** Each key may be within bounds, and all together not. */
    @ParameterizedTest
    @CsvSource({"1, 5000001", "1, 2147483647", "1, 0", "3, 4000000", "16, 700000", "17, 1"})
    void keysThatStretchBeyondMeasure_areRefused(int keys, int iterations) throws IOException {
        assertThat(outcome(pfx(keys, iterations, null))).isEqualTo("container_unsupported");
    }

    @Test
    void keysWithinBounds_areTried() throws IOException {
        assertThat(outcome(pfx(2, 1000, null))).isEqualTo("wrong_password");
    }

    @ParameterizedTest
    @CsvSource({
        "5000001, 32, container_unsupported",
        "1000, 0, container_damaged",
        "1000, 65, container_damaged",
        "1000, 32, wrong_password"
    })
    void macThatStretchesBeyondMeasure_isRefused(int iterations, int keyLength, String outcome) throws IOException {
        PBKDF2Params derivation = keyLength == 0
                ? new PBKDF2Params(new byte[8], iterations, HMAC)
                : new PBKDF2Params(new byte[8], iterations, keyLength, HMAC);
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBMAC1,
                new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation), HMAC));
        MacData mac = new MacData(new DigestInfo(algorithm, new byte[32]), new byte[8], 1);
        assertThat(outcome(pfx(1, 1, mac))).isEqualTo(outcome);
    }

    @Test
    void bomb_isNotTriedWhileListing() throws IOException {
        assertThat(Faults.codeOf(() -> CODEC.inspect(pfx(1, 4_000_000, null)))).isEqualTo("container_unsupported");
    }

    /** Keys shrouded by 3DES as PKCS#12 has it. */
    private static byte[] pfx(int keys, int iterations, @org.jspecify.annotations.Nullable MacData mac)
            throws IOException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                new ASN1ObjectIdentifier("1.2.840.113549.1.12.1.3"), new PKCS12PBEParams(new byte[8], iterations));
        SafeBag bag = new SafeBag(
                PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                new EncryptedPrivateKeyInfo(algorithm, new byte[64]).toASN1Primitive(),
                null);
        ASN1EncodableVector bags = new ASN1EncodableVector();
        bags.addAll(Collections.nCopies(keys, bag).toArray(ASN1Encodable[]::new));
        ContentInfo part =
                new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(bags).getEncoded()));
        byte[] content = new DERSequence(part).getEncoded();
        return new Pfx(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)), mac).getEncoded();
    }

    private static String outcome(byte[] container) {
        return Faults.codeOf(() -> {
            try (Secret secret = Secret.ofPassword("secret-1".toCharArray())) {
                CODEC.open(container, secret).close();
            }
        });
    }
}
