// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.Signed;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StoragePrompt.Choice;

/** The whole renewal with a token as its medium, through a real driver process; what lies there and what leaves the host is judged by OpenSSL and pkcs11-tool. */
class TokenJourneyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rutoken-ecp,GOST_2012_256",
        "rutoken-ecp,GOST_2012_512",
        "generic,GOST_2012_256",
        "jacarta-gost,GOST_2012_512",
        "generic,EC_P256",
        "generic,RSA_3072"
    })
    void activeToken_makesTheKeyItself_andKeepsIt(String product, KeyAlgorithm algorithm) throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), product);
        TestAuthority authority = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
        try (TokenHost host = host(token, authority)) {
            X509CertificateHolder issued = renewed(host, authority, algorithm);
            assertThat(host.pins().shown()).as("one PIN for the whole renewal").hasSize(1);
            KeyContainer container = host.token().containers().getFirst();
            assertThat(container.keyMayLeave()).isFalse();
            assertThat(container.chain()).containsExactly(issued, authority.root());
            assertFault(
                    ErrorCode.KEY_NOT_EXPORTABLE,
                    () -> host.workplace().backups().copy(new FakeTask(), Thumbprint.sha256(issued)));
            statementIsSigned(host, issued, authority);
        }
        String objects = tool(token).mustAsUser(TestToken.PIN, "--list-objects");
        assertThat(objects).contains("Private Key Object").contains("Иванова Анна Петровна, until 2027-11-21");
        List<String> ids = Pattern.compile("ID: +([0-9a-f]{40})\\n")
                .matcher(objects)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(ids).as("private key, public key and certificate are one").hasSize(3);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(objects).contains("never extractable");
    }

    @ParameterizedTest
    @CsvSource({"rutoken-lite,GOST_2012_256", "rutoken-lite,RSA_3072"})
    void passiveToken_keepsTheContainer_andCopiesGoBothWays(String product, KeyAlgorithm algorithm) throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), product);
        TestAuthority authority = new TestAuthority(algorithm, NOW);
        try (TokenHost host = host(token, authority)) {
            X509CertificateHolder issued = renewed(host, authority, algorithm);
            KeyContainer container = host.token().containers().getFirst();
            assertThat(container.keyMayLeave()).isTrue();
            assertThat(container.chain()).containsExactly(issued, authority.root());
            statementIsSigned(host, issued, authority);

            Path drive = Files.createDirectory(folder.resolve("drive"));
            host.pins().enters(TestToken.PIN);
            host.workplace()
                    .person()
                    .chooses(offers -> new Choice.OtherFolder(drive))
                    .makesUp("copy");
            host.workplace().backups().copy(new FakeTask(), Thumbprint.sha256(issued));
            assertThat(host.workplace().renewals().list(ORIGIN))
                    .extracting(Renewal::state)
                    .containsExactly(RenewalState.BACKED_UP);
        }
        String seen = tool(token).must("--list-objects");
        assertThat(seen).as("without a PIN").contains("Certificate Object").contains("Obnova: Иванова");
        assertThat(seen).doesNotContain("1/");
    }

    @ParameterizedTest
    @CsvSource({"rutoken-lite", "rutoken-ecp"})
    void anyToken_takesABackup_fromAFolder(String product) {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), product);
        TestAuthority authority = new TestAuthority(KeyAlgorithm.GOST_2012_256, NOW);
        try (TokenHost host = host(token, authority)) {
            KeyContainer original =
                    host.workplace().present(authority, KeyAlgorithm.GOST_2012_256, "", NOW.minus(Duration.ofDays(1)));
            host.pins().enters(TestToken.PIN);
            host.workplace()
                    .person()
                    .chooses(offers -> new Choice.Offered(offers.get(1).storage()));
            String certificate = Thumbprint.sha256(original.chain().getFirst());
            host.workplace().backups().copy(new FakeTask(), certificate);
            KeyContainer copy = host.token().containers().getFirst();
            assertThat(copy.chain()).isEqualTo(original.chain());
            assertThat(copy.keyMayLeave()).isTrue();
            host.workplace()
                    .person()
                    .chooses(offers -> new Choice.Offered(offers.get(1).storage()));
            host.pins().enters(TestToken.PIN);
            host.workplace().backups().copy(new FakeTask(), certificate);
            assertThat(host.token().containers()).as("proven, not copied again").hasSize(1);
            assertThat(host.workplace().backupNotes().known(new FakeTask()).copies())
                    .singleElement()
                    .satisfies(each -> assertThat(each.present()).isTrue());
        }
    }

    private TokenHost host(TestToken token, TestAuthority authority) {
        return new TokenHost(folder.resolve("home"), authority.root(), token.module());
    }

    private X509CertificateHolder renewed(TokenHost host, TestAuthority authority, KeyAlgorithm algorithm) {
        KeyStorage medium = host.token();
        host.pins().enters(TestToken.PIN, TestToken.PIN);
        Made made = host.workplace().renewals().create(new FakeTask(), Workplace.order(algorithm, medium.id()));
        OpenSsl openssl = new OpenSsl(folder).put("request.der", Objects.requireNonNull(made.request()));
        OpenSsl.Run verified = openssl.run("req", "-verify", "-noout", "-inform", "DER", "-in", "request.der");
        assertThat(verified.ok()).as(verified.err()).isTrue();
        X509CertificateHolder issued = authority.issue(made.request(), NOW.minus(Duration.ofDays(1)));
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(authority.root()));
        assertThat(host.workplace().renewals().list(ORIGIN))
                .extracting(Renewal::state)
                .containsExactly(RenewalState.INSTALLED);
        return issued;
    }

    private void statementIsSigned(TokenHost host, X509CertificateHolder certificate, TestAuthority authority)
            throws IOException {
        host.pins().enters(TestToken.PIN);
        Signed signed = host.workplace()
                .signing()
                .sign(
                        new FakeTask(),
                        DocumentPrompt.Kind.RECEIPT,
                        "Расписка",
                        "Расписка в получении.",
                        Thumbprint.sha256(certificate));
        OpenSsl openssl = new OpenSsl(folder);
        openssl.put(
                "root.pem",
                openssl.put("root.der", authority.root().getEncoded())
                        .must("x509", "-inform", "DER", "-in", "root.der"));
        openssl.put("receipt.p7s", signed.cms()).put("receipt.txt", "Расписка в получении.".getBytes(UTF_8));
        openssl.must(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "receipt.p7s",
                "-content",
                "receipt.txt",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "verified.txt");
    }

    private Pkcs11Tool tool(TestToken token) {
        return new Pkcs11Tool(token.module(), folder);
    }
}
