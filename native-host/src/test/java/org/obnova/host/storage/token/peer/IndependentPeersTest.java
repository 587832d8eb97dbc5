// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakePins;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PinProtected;
import org.obnova.host.storage.token.OneModule;
import org.obnova.host.storage.token.Pkcs11Tool;
import org.obnova.host.storage.token.Remoting;
import org.obnova.host.storage.token.TestToken;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.PeerLaunch;

/** A renewal on tokens of other makers, in real driver processes: nothing here was written to suit the host. */
class IndependentPeersTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, Workplace.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private OpenSsl openssl = new OpenSsl(Path.of("."));

    @BeforeEach
    void prepare() {
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "RSA_3072"})
    void softHsm_makesTheKeySignsAndKeepsTheCertificate(KeyAlgorithm algorithm) throws Exception {
        try (Peer peer = Peer.softHsm(folder)) {
            renewal(peer.module(), peer.environment(), algorithm, peer.tool());
        }
    }

    @Test
    void tokenBehindRemoting_isLikeOneAtHand() throws Exception {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        try (Remoting remoting = Remoting.start(folder, token.module())) {
            renewal(Remoting.client(), remoting.environment(), KeyAlgorithm.EC_P256, remoting.tool());
        }
    }

    @Test
    void tpm_makesTheKeySignsAndKeepsTheCertificate() throws Exception {
        try (Peer peer = Peer.tpm(folder, freePort())) {
            renewal(peer.module(), peer.environment(), KeyAlgorithm.EC_P256, peer.tool());
        }
    }

    /** It refuses SeedRandom and a PIN that is changed into itself, and makes no EC keys. */
    @Test
    void openCryptoki_makesTheKeySignsAndKeepsTheCertificate_afterItsPinWasChanged() throws Exception {
        try (Peer peer = Peer.openCryptoki(folder, "11112222")) {
            FakePins pins = new FakePins().enters("11112222", TestToken.PIN);
            LaunchCommand command = PeerLaunch.with(folder, peer.environment(), peer.prefix());
            Path locks = Files.createDirectories(folder.resolve("locks"));
            try (OneModule media = new OneModule(command, peer.module(), PATIENCE, locks, pins)) {
                ((PinProtected) media.present().getFirst()).changePin(new FakeTask());
            }
            renewal(command, peer.module(), KeyAlgorithm.RSA_3072, peer.tool());
            Pkcs11Tool.Run pair = peer.tool().run("-l", "-p", TestToken.PIN, "-O");
            assertThat(pair.output()).contains("Private Key Object; RSA", "Public Key Object; RSA 3072", "Certificate");
        }
    }

    private void renewal(Path module, Map<String, String> environment, KeyAlgorithm algorithm, Pkcs11Tool tool)
            throws IOException {
        renewal(PeerLaunch.with(folder, environment), module, algorithm, tool);
    }

    private void renewal(LaunchCommand command, Path module, KeyAlgorithm algorithm, Pkcs11Tool tool)
            throws IOException {
        FakePins pins = new FakePins().enters(TestToken.PIN, TestToken.PIN, TestToken.PIN, TestToken.PIN);
        Path locks = Files.createDirectories(folder.resolve("locks"));
        try (OneModule media = new OneModule(command, module, PATIENCE, locks, pins)) {
            Workplace host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root(), media);
            KeyStorage token = media.present().stream()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no token is listed: " + media.troubles()));
            X509CertificateHolder issued = issued(host, token, algorithm);
            String certificate = Thumbprint.sha256(issued);

            assertThat(token.containers())
                    .singleElement()
                    .extracting(KeyContainer::chain)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .startsWith(issued);
            assertSigns(host, certificate);
            assertThat(tool.must("-O", "--type", "cert")).contains("Certificate Object");
        }
    }

    private X509CertificateHolder issued(Workplace host, KeyStorage token, KeyAlgorithm algorithm) {
        RenewalOrder order = new RenewalOrder(Workplace.ORIGIN, "app-1", algorithm, Workplace.HOLDER, token.id(), null);
        Made made = host.renewals().create(new FakeTask(), order);
        byte[] request = Objects.requireNonNull(made.request());
        openssl.put("request.der", request);
        OpenSsl.Run verified = openssl.run("req", "-verify", "-noout", "-inform", "DER", "-in", "request.der");
        assertThat(verified.ok()).as(verified.err()).isTrue();
        X509CertificateHolder issued = AUTHORITY.issue(request, Workplace.NOW);
        host.renewals().install(new FakeTask(), Workplace.ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        return issued;
    }

    private void assertSigns(Workplace host, String certificate) throws IOException {
        byte[] cms = host.signing()
                .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", certificate)
                .cms();
        openssl.put("text", "Some text.".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("cms", cms);
        openssl.put("root.der", AUTHORITY.root().getEncoded());
        openssl.must("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        openssl.must(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "cms",
                "-content",
                "text",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-no_check_time",
                "-out",
                "verified");
    }

    /** Two in a row are free: the simulator takes a second one for its control channel. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket _ = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return one.getLocalPort();
            } catch (IOException e) {
                if (!(e instanceof java.net.BindException)) {
                    throw e;
                }
            }
        }
    }
}
