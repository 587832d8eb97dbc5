// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.Signed;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.StoragePrompt.Choice;

/** The whole renewal at the level of the services; what leaves the host is checked by OpenSSL. */
class JourneyTest {
    @TempDir
    private Path folder;

    private OpenSsl openssl = new OpenSsl(Path.of("."));

    @BeforeEach
    void prepare() {
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void renewal_endsWithCertificateAndVerifiedCopy_thatOpenSslAccepts(KeyAlgorithm algorithm) throws IOException {
        TestAuthority authority = new TestAuthority(algorithm, NOW);
        Workplace host = new Workplace(folder.resolve("home"), FileActions.disk(), authority.root());
        openssl.put(
                "root.pem",
                openssl.put("root.der", authority.root().getEncoded())
                        .must("x509", "-inform", "DER", "-in", "root.der"));
        KeyContainer old = host.present(authority, algorithm, "old password", NOW.minus(Duration.ofDays(340)));
        byte[] oldFile = soleContainer(host);

        statementIsSigned(host, old);
        Made made = requestIsMade(host, algorithm);
        X509CertificateHolder issued = authority.issue(Objects.requireNonNull(made.request()), NOW);
        certificateIsInstalled(host, made, issued, authority);
        copyIsMade(host, issued);

        assertThat(containers(host).filter(each -> sameContent(each, oldFile)))
                .as("the old container is untouched")
                .hasSize(1);
    }

    private void statementIsSigned(Workplace host, KeyContainer old) {
        String text = "Заявление\nПрошу выдать сертификат.";
        host.person().enters("old password");
        Signed signed = host.signing()
                .sign(
                        new FakeTask(),
                        DocumentPrompt.Kind.STATEMENT,
                        "Заявление",
                        text,
                        Thumbprint.sha256(old.chain().getFirst()));
        assertThat(host.person().documents())
                .singleElement()
                .satisfies(shown -> assertThat(shown.text()).isEqualTo(text));
        openssl.put("statement.p7s", signed.cms()).put("statement.txt", text.getBytes(UTF_8));
        openssl.must(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "statement.p7s",
                "-content",
                "statement.txt",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-out",
                "verified.txt");
    }

    private Made requestIsMade(Workplace host, KeyAlgorithm algorithm) {
        host.person().makesUp("new password");
        Made made = host.renewals().create(new FakeTask(), Workplace.order(algorithm));
        assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
        openssl.put("request.der", Objects.requireNonNull(made.request()));
        OpenSsl.Run verified =
                openssl.run("req", "-verify", "-noout", "-subject", "-inform", "DER", "-in", "request.der", "-utf8");
        assertThat(verified.ok()).as(verified.err()).isTrue();
        assertThat(verified.text() + verified.err()).contains("OK");
        Made again = host.renewals().create(new FakeTask(), Workplace.order(algorithm));
        assertThat(again.request()).as("repeated, it is the same request").isEqualTo(made.request());
        return made;
    }

    private void certificateIsInstalled(
            Workplace host, Made made, X509CertificateHolder issued, TestAuthority authority) throws IOException {
        host.person().enters("wrong", "new password");
        List<X509CertificateHolder> chain = List.of(authority.root());
        Installed installed = host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, chain);
        assertThat(installed.sha256()).isEqualTo(Thumbprint.sha256(issued));
        assertThat(installed.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(host.person().questions().getLast().wrongBefore()).isEqualTo(1);
        assertThat(host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, chain))
                .as("repeated, nobody is asked")
                .extracting(Installed::sha256)
                .isEqualTo(installed.sha256());
        assertContainerInOpenSsl(fileOf(host, "data/containers", made), "new password", issued);
    }

    private void copyIsMade(Workplace host, X509CertificateHolder issued) throws IOException {
        Path target = folder.resolve("drive/backup");
        Files.createDirectory(folder.resolve("drive"));
        host.person()
                .chooses(offers -> new Choice.OtherFolder(target))
                .enters("new password")
                .makesUp("backup password");
        host.backups().copy(new FakeTask(), Thumbprint.sha256(issued));
        try (Stream<Path> copies = Files.list(target)) {
            assertContainerInOpenSsl(copies.findFirst().orElseThrow(), "backup password", issued);
        }
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.BACKED_UP);
        assertThat(host.backupNotes().known(new FakeTask()).copies())
                .singleElement()
                .satisfies(each -> assertThat(each.backup().certificate()).isEqualTo(Thumbprint.sha256(issued)));
    }

    /** OpenSSL opens it, and its key is that of the certificate. */
    private void assertContainerInOpenSsl(Path container, String password, X509CertificateHolder certificate)
            throws IOException {
        openssl.put("container.p12", Files.readAllBytes(container));
        openssl.put(
                "key.pem",
                openssl.must("pkcs12", "-in", "container.p12", "-passin", "pass:" + password, "-nodes", "-nocerts"));
        openssl.put(
                "leaf.pem",
                openssl.must("pkcs12", "-in", "container.p12", "-passin", "pass:" + password, "-nokeys", "-clcerts"));
        assertThat(openssl.must("x509", "-in", "leaf.pem", "-outform", "DER")).isEqualTo(certificate.getEncoded());
        assertThat(openssl.mustText("pkey", "-in", "key.pem", "-pubout"))
                .isEqualTo(openssl.mustText("x509", "-in", "leaf.pem", "-pubkey", "-noout"));
        assertThat(openssl.run("pkcs12", "-in", "container.p12", "-passin", "pass:not it", "-noout")
                        .ok())
                .isFalse();
    }

    private static Path fileOf(Workplace host, String place, Made made) {
        String id = host.storages().all().getFirst().containers().stream()
                .filter(each -> !each.chain().isEmpty())
                .filter(each -> host.renewals().list(ORIGIN).stream()
                        .anyMatch(renewal -> made.renewal().equals(renewal.id())
                                && Thumbprint.sha256(each.chain().getFirst()).equals(renewal.certificate())))
                .findFirst()
                .orElseThrow()
                .id();
        return host.home().resolve(place).resolve(id);
    }

    private static byte[] soleContainer(Workplace host) throws IOException {
        try (Stream<Path> files = containers(host)) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    // The caller's assertion consumes the stream; the folder is the test's own.
    @SuppressWarnings("StreamResourceLeak")
    private static Stream<Path> containers(Workplace host) throws IOException {
        return Files.list(host.home().resolve("data/containers"));
    }

    private static boolean sameContent(Path file, byte[] content) {
        try {
            return Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
