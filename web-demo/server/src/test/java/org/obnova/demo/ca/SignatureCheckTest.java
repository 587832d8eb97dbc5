// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.Office;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

class SignatureCheckTest {
    private static final byte[] TEXT = "Заявление\nна выдачу сертификата".getBytes(UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void signer_namesTheCertificate_ofASignatureMadeByOpenssl(CaProfile profile) {
        try (Office office = Office.open(folder, profile)) {
            byte[] cms = office.openssl.sign(office.key("korableva-1"), profile, TEXT);

            assertThat(office.signatures.signer(cms, TEXT).sha256()).isEqualTo(office.sha256("korableva-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void signer_refuses_whateverByteIsChanged(CaProfile profile) {
        try (Office office = Office.open(folder, profile)) {
            byte[] cms = office.openssl.sign(office.key("korableva-1"), profile, TEXT);
            for (int i = 0; i < cms.length; i += 13) {
                byte[] mutated = cms.clone();
                mutated[i] ^= 0x10;
                assertThatThrownBy(() -> office.signatures.signer(mutated, TEXT))
                        .as("byte %s", i)
                        .isInstanceOf(Problem.class);
            }
        }
    }

    @Test
    void signer_refuses_whatIsNoPlainDetachedCadesSignature() throws IOException {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            KeyFile key = office.key("korableva-1");
            byte[] good = office.openssl.sign(key, CaProfile.EC, TEXT);
            ProblemCode invalid = ProblemCode.SIGNATURE_INVALID;

            refused(office, good, "Другой текст".getBytes(UTF_8), invalid);
            refused(office, new byte[0], TEXT, invalid);
            refused(office, new ContentInfo(CMSObjectIdentifiers.signedData, null).getEncoded("DER"), TEXT, invalid);
            refused(office, "not DER".getBytes(UTF_8), TEXT, invalid);
            refused(office, Arrays.copyOf(good, good.length - 1), TEXT, invalid);
            refused(office, Arrays.copyOf(good, good.length + 1), TEXT, invalid);
            refused(office, new byte[64 * 1024 + 1], TEXT, invalid);
            // With the content inside, without signing-certificate-v2, without any attribute, without the certificate,
            // SHA-1.
            refused(office, office.openssl.sign(key, CaProfile.EC, TEXT, "-cades", "-nodetach"), TEXT, invalid);
            refused(office, office.openssl.sign(key, CaProfile.EC, TEXT, "-nosmimecap"), TEXT, invalid);
            refused(office, office.openssl.sign(key, CaProfile.EC, TEXT, "-noattr"), TEXT, invalid);
            refused(office, office.openssl.sign(key, CaProfile.EC, TEXT, "-cades", "-nocerts"), TEXT, invalid);
            refused(office, office.openssl.sign(key, CaProfile.EC, TEXT, "-cades", "-md", "sha1"), TEXT, invalid);
        }
    }

    @Test
    void signer_refusesTwoSigners() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            KeyFile other = office.key("korableva-2");
            byte[] both = office.openssl.sign(
                    office.key("korableva-1"),
                    CaProfile.EC,
                    TEXT,
                    "-cades",
                    "-signer",
                    office.openssl.certificate(other.chain().getFirst()).toString(),
                    "-inkey",
                    office.openssl.privateKey(other).toString());

            refused(office, both, TEXT, ProblemCode.SIGNATURE_INVALID);
        }
    }

    @Test
    void signer_refusesAnotherKey_behindTheHoldersCertificate() throws Exception {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            // openssl refuses to sign with a key that is not the certificate's, so Bouncy Castle does.
            byte[] forged = forge(office.key("korableva-2"), office.certificate("korableva-1"));
            byte[] honest = forge(office.key("korableva-1"), office.certificate("korableva-1"));

            refused(office, forged, TEXT, ProblemCode.SIGNATURE_INVALID);
            assertThat(office.signatures.signer(honest, TEXT).sha256()).isEqualTo(office.sha256("korableva-1"));
        }
    }

    @Test
    void signer_isUntrusted_whoseCertificateIsNotInTheRegister() {
        try (Office office = Office.open(folder.resolve("a"), CaProfile.EC);
                Office other = Office.open(folder.resolve("b"), CaProfile.EC)) {
            byte[] cms = other.openssl.sign(other.key("korableva-1"), CaProfile.EC, TEXT);

            refused(office, cms, TEXT, ProblemCode.SIGNER_UNTRUSTED);
        }
    }

    @Test
    void signer_isUntrusted_whoseCertificateIsOfTheExcludedAuthority() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            byte[] cms = office.openssl.sign(office.key("korableva-6"), CaProfile.EC, TEXT);

            refused(office, cms, TEXT, ProblemCode.SIGNER_UNTRUSTED);
        }
    }

    @Test
    void signer_isExpired_byTheClockOfTheAuthority() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            byte[] expired = office.openssl.sign(office.key("korableva-4"), CaProfile.EC, TEXT);
            refused(office, expired, TEXT, ProblemCode.SIGNER_EXPIRED);

            byte[] cms = office.openssl.sign(office.key("korableva-1"), CaProfile.EC, TEXT);
            office.signatures.signer(cms, TEXT);
            office.clock.advance(Duration.ofDays(28));
            refused(office, cms, TEXT, ProblemCode.SIGNER_EXPIRED);
        }
    }

    @Test
    void signer_isRevoked_fromTheRevocationOn() {
        try (Office office = Office.open(folder, CaProfile.EC)) {
            byte[] cms = office.openssl.sign(office.key("korableva-1"), CaProfile.EC, TEXT);
            office.signatures.signer(cms, TEXT);
            office.revoke(office.certificate("korableva-1"), 1);

            refused(office, cms, TEXT, ProblemCode.CERTIFICATE_REVOKED);
        }
    }

    private static void refused(Office office, byte[] cms, byte[] text, ProblemCode code) {
        assertThatThrownBy(() -> office.signatures.signer(cms, text))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }

    private static byte[] forge(KeyFile key, IssuedCertificate claimed)
            throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
        ESSCertIDv2 id = new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(claimed.der()));
        Attribute named = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
        AttributeTable attributes = new AttributeTable(named);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificate(claimed.certificate());
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Crypto.PROVIDER)
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
                .build("SHA256withECDSA", key.key(), claimed.certificate()));
        return generator.generate(new CMSProcessableByteArray(TEXT), false).getEncoded("DER");
    }
}
