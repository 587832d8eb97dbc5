// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;
import org.obnova.host.storage.folder.cryptopro.SampleContainer;

/** Keys of CryptoPro CSP and tokens, as far as the objects are publicly described (decision 0014). */
class CryptoProOnTokenTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.GOST_2012_256, NOW);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ID = "c0ffee";

    @TempDir
    private Path folder;

    @Test
    void keyOfAnActiveToken_isListedWithTheChainThatItsDataObjectKeeps_andSigns() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp");
        try (TokenHost host = host(token)) {
            X509CertificateHolder certificate = madeByAnotherProgram(host, token);
            write(token, dataObject(AUTHORITY.root()));
            KeyContainer container = host.token().containers().getFirst();
            assertThat(container.chain()).containsExactly(certificate, AUTHORITY.root());
            host.pins().enters(TestToken.PIN);
            assertThat(host.workplace()
                            .signing()
                            .sign(
                                    new FakeTask(),
                                    DocumentPrompt.Kind.STATEMENT,
                                    "T",
                                    "Some text.",
                                    Thumbprint.sha256(certificate))
                            .cms())
                    .isNotEmpty();
            assertThat(container.keyMayLeave()).isFalse();
            assertFault(ErrorCode.KEY_NOT_EXPORTABLE, () -> container.export(new FakeTask(), Purpose.READ_FOR_BACKUP));
        }
    }

    @Test
    void dataObjectThatCannotBeRead_isLeftAlone_andHidesNothing() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp");
        try (TokenHost host = host(token)) {
            X509CertificateHolder certificate = madeByAnotherProgram(host, token);
            byte[] torn = dataObject(AUTHORITY.root());
            write(token, java.util.Arrays.copyOf(torn, torn.length / 2));
            List<Path> before = token.objects();
            assertThat(host.token().containers())
                    .singleElement()
                    .satisfies(each -> assertThat(each.chain()).containsExactly(certificate));
            assertThat(token.objects()).isEqualTo(before);
        }
    }

    @Test
    void exportableContainerOfAFolder_isCopiedToAPassiveToken_andBack() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        Path drive = Files.createDirectories(folder.resolve("drive"));
        try (TokenHost host = host(token);
                SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.GOST_2012_256, new SecureRandom())) {
            X509CertificateHolder certificate =
                    AUTHORITY.issue(Workplace.HOLDER.toX500Name(), key.publicKey(), NOW.minus(DAY));
            Path container = Files.createDirectories(drive.resolve("anna.000"));
            SampleContainer sample = new SampleContainer("Анна", "secret", key, true).certificate(certificate);
            for (Map.Entry<String, byte[]> each : sample.files().entrySet()) {
                Files.write(container.resolve(each.getKey()), each.getValue());
            }
            host.workplace().storages().folder(drive);
            KeyStorage medium = host.token();
            host.workplace().person().enters("secret").chooses(offers -> new Choice.Offered(medium));
            host.pins().enters(TestToken.PIN);
            host.workplace().backups().copy(new FakeTask(), Thumbprint.sha256(certificate));
            KeyContainer onToken = host.token().containers().getFirst();
            assertThat(onToken.chain().getFirst()).isEqualTo(certificate);

            host.pins().enters(TestToken.PIN);
            try (SoftwareKey back = onToken.export(new FakeTask(), Purpose.READ_FOR_BACKUP)) {
                assertThat(back.publicKey()).isEqualTo(key.publicKey());
                KeyStorage computer = host.workplace().storages().all().getFirst();
                KeyContainer copy = host.workplace().put(computer, back, onToken.chain(), "");
                assertThat(copy.publicKey()).isEqualTo(key.publicKey());
            }
        }
    }

    private X509CertificateHolder madeByAnotherProgram(TokenHost host, TestToken token) throws IOException {
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", "EC:prime256v1", "--id", ID, "--label", "key");
        KeyContainer bare = host.token().containers().getFirst();
        X509CertificateHolder certificate = AUTHORITY.issue(new X500Name("CN=Other"), bare.publicKey(), NOW.minus(DAY));
        Files.write(folder.resolve("leaf.der"), certificate.getEncoded());
        tool.mustAsUser(TestToken.PIN, "--write-object", "leaf.der", "--type", "cert", "--id", ID, "--label", "key");
        return certificate;
    }

    private void write(TestToken token, byte[] value) throws IOException {
        Files.write(folder.resolve("object"), value);
        new Pkcs11Tool(token.module(), folder)
                .mustAsUser(
                        TestToken.PIN,
                        "--write-object",
                        "object",
                        "--type",
                        "data",
                        "--label",
                        "key",
                        "--application-label",
                        "CryptoPro CSP");
    }

    /** In the published order: head, end of the key's use, object identifier, the chain, object identifier. */
    private static byte[] dataObject(X509CertificateHolder issuer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 19});
        out.writeBytes(
                new DERSequence(new DERTaggedObject(false, 1, new DERGeneralizedTime("20290225082301Z"))).getEncoded());
        out.writeBytes("1.2.643.2.2.37.3.10".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new DERSet(issuer.toASN1Structure()).getEncoded());
        out.writeBytes("1.2.643.2.2.37.3.3".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
