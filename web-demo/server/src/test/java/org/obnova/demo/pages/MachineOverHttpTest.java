// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Openssl;
import org.obnova.demo.Wiring;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.revocation.CertificateActs;
import org.obnova.demo.revocation.RevocationReason;
import org.obnova.demo.store.TestDatabase;

/** Programs renew their certificates over CMP: openssl as an administrator would start it, and messages that no honest program sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineOverHttpTest {
    @TempDir
    private static Path folder;

    private Path data;
    private Openssl openssl;
    private Wiring server;

    @BeforeAll
    void start() throws IOException {
        openssl = new Openssl(folder);
        data = folder.resolve("data");
        server = serve(data, CaProfile.EC);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void openssl_renewsACertificate_andConfirmsIt() throws Exception {
        KeyFile own = key(data, "soloveva-1");
        Openssl.Result said = renew(server, own, CaProfile.EC, "ec.pem");

        assertThat(said.ok()).as(said.output()).isTrue();
        assertThat(said.output()).contains("received PKICONF");
        String text = openssl.run("x509", "-in", folder.resolve("ec.pem").toString(), "-noout", "-text")
                .output();
        assertThat(text).contains("ecdsa-with-SHA256", "OCSP - URI", "Public-Key: (256 bit)");
        assertThat(verified(server, CaProfile.EC, "ec.pem")).contains("ec.pem: OK");
        // One certificate renews itself once.
        assertThat(renew(server, own, CaProfile.EC, "again.pem").output()).contains("has been renewed");
    }

    @Test
    void openssl_renewsRsa() throws Exception {
        Path other = folder.resolve("rsa-data");
        try (Wiring rsa = serve(other, CaProfile.RSA)) {
            Openssl.Result said = renew(rsa, key(other, "soloveva-1"), CaProfile.RSA, "rsa.pem");

            assertThat(said.ok()).as(said.output()).isTrue();
            assertThat(verified(rsa, CaProfile.RSA, "rsa.pem")).contains("rsa.pem: OK");
        }
    }

    @Test
    void openssl_isRefused_withAnExpiredForeignOrRevokedCertificate() throws Exception {
        KeyFile revoked = key(data, "korableva-3");
        CertificateActs acts = server.services().staff().certificates();
        acts.revoke(sha256(revoked), RevocationReason.KEY_COMPROMISE, Actor.operator("operator"));

        assertThat(refusedToOpenssl("korableva-4")).contains("signerNotTrusted", "is not valid now");
        assertThat(refusedToOpenssl("korableva-6")).contains("signerNotTrusted", "was not issued here");
        assertThat(refusedToOpenssl("korableva-3")).contains("certRevoked", "is revoked or suspended");
    }

    @Test
    void unconfirmed_isGivenAgainForTheSameKey_andForNoOther() throws Exception {
        Machine machine = machine("korableva-1");
        KeyPair wanted = Machine.newKey();
        X509CertificateHolder first = Machine.issued(machine.ask(machine.update(wanted, wanted.getPrivate())));
        machine.begin();
        KeyPair other = Machine.newKey();
        assertThat(Machine.refusal(machine.ask(machine.update(other, other.getPrivate()))))
                .startsWith("" + PKIFailureInfo.duplicateCertReq)
                .contains("another renewal");
        machine.begin();
        GeneralPKIMessage second = machine.ask(machine.update(wanted, wanted.getPrivate()));

        assertThat(Machine.issued(second)).isEqualTo(first);
        PKIBody right = Machine.confirmation(digest(first), new PKIStatusInfo(PKIStatus.granted));
        assertThat(Machine.refusal(machine.ask(right))).contains("recipNonce");
        assertThat(machine.goOn(second, right).getBody().getType()).isEqualTo(PKIBody.TYPE_CONFIRM);
        assertThat(Machine.refusal(machine.goOn(second, right))).startsWith("" + PKIFailureInfo.certConfirmed);
    }

    @Test
    void refusedOrMistaken_isRevoked() throws Exception {
        Machine machine = machine("korableva-2");
        KeyPair one = Machine.newKey();
        GeneralPKIMessage first = machine.ask(machine.update(one, one.getPrivate()));
        machine.goOn(
                first, Machine.confirmation(digest(Machine.issued(first)), new PKIStatusInfo(PKIStatus.rejection)));
        machine.begin();
        KeyPair two = Machine.newKey();
        GeneralPKIMessage second = machine.ask(machine.update(two, two.getPrivate()));
        String said = Machine.refusal(
                machine.goOn(second, Machine.confirmation(new byte[32], new PKIStatusInfo(PKIStatus.granted))));

        assertThat(said).startsWith("" + PKIFailureInfo.badCertId);
        assertThat(state(Machine.issued(first))).isEqualTo(CertificateActs.State.REVOKED);
        assertThat(state(Machine.issued(second))).isEqualTo(CertificateActs.State.REVOKED);
        assertThat(state(key(data, "korableva-2").chain().getFirst())).isEqualTo(CertificateActs.State.VALID);
    }

    @Test
    void messages_thatAreNotRight_areRefused_andNothingIsIssued() throws Exception {
        KeyPair wanted = Machine.newKey();
        Machine machine = machine("zhuravlyov-1");
        int before = certificates();
        assertThat(Machine.refusal(
                        machine.ask(machine.update(wanted, Machine.newKey().getPrivate()))))
                .as("the proof of another key")
                .startsWith("" + PKIFailureInfo.badPOP);
        byte[] tampered = machine.message(machine.update(wanted, wanted.getPrivate()), new byte[16]);
        tampered[indexOf(tampered, wanted.getPublic().getEncoded()) + 40] ^= 1;
        assertThat(Machine.refusal(machine.send(tampered))).startsWith("" + PKIFailureInfo.badMessageCheck);
        assertThat(Machine.refusal(machine.send(new byte[] {0x30, 0}))).startsWith("" + PKIFailureInfo.badDataFormat);
        assertThat(Machine.refusal(machine.send(new byte[40_000]))).contains("longer than 32 KiB");
        assertThat(machine.post(new byte[0], "text/plain").statusCode()).isEqualTo(415);
        machine.believe(Instant.now().minus(Duration.ofMinutes(10)));
        assertThat(Machine.refusal(machine.ask(machine.update(wanted, wanted.getPrivate()))))
                .startsWith("" + PKIFailureInfo.badTime);
        machine.believe(Instant.now());
        machine.signWith(Machine.newKey().getPrivate());
        assertThat(Machine.refusal(machine.ask(machine.update(wanted, wanted.getPrivate()))))
                .startsWith("" + PKIFailureInfo.badMessageCheck);
        assertThat(certificates()).isEqualTo(before);
    }

    @Test
    void transaction_isNotPlayedAgain() throws Exception {
        Machine machine = machine("korableva-5");
        KeyPair wanted = Machine.newKey();
        byte[] message = machine.message(machine.update(wanted, wanted.getPrivate()), new byte[16]);
        Machine.issued(machine.send(message));

        assertThat(Machine.refusal(machine.send(message))).startsWith("" + PKIFailureInfo.transactionIdInUse);
    }

    @Test
    void busyAuthority_isAskedAgain_andWhatNobodyConfirms_isRevoked() throws Exception {
        Path other = folder.resolve("busy-data");
        MovableClock clock = new MovableClock(Instant.now());
        try (Wiring busy = serve(other, CaProfile.EC, Duration.ofMinutes(1), clock)) {
            Machine machine = new Machine(busy.sites().port(), key(other, "soloveva-1"));
            machine.believe(clock.instant());
            KeyPair wanted = Machine.newKey();
            GeneralPKIMessage first = machine.ask(machine.update(wanted, wanted.getPrivate()));
            assertThat(Machine.status(first)).isEqualTo(PKIStatus.WAITING);
            GeneralPKIMessage still = machine.goOn(first, Machine.poll());
            assertThat(still.getBody().getType()).isEqualTo(PKIBody.TYPE_POLL_REP);

            clock.advance(Duration.ofSeconds(61));
            X509CertificateHolder issued = Machine.issued(machine.goOn(still, Machine.poll()));
            clock.advance(Duration.ofHours(2));
            Machine.refusal(machine.send(new byte[0]));
            assertThat(state(busy, issued)).isEqualTo(CertificateActs.State.REVOKED);
        }
    }

    private static Wiring serve(Path data, CaProfile profile) throws IOException {
        return serve(data, profile, Duration.ZERO, InstantSource.system());
    }

    private static Wiring serve(Path data, CaProfile profile, Duration delay, InstantSource clock) throws IOException {
        return Wiring.start(
                new Wiring.Settings(0, data, profile, delay, List.of()).on(TestDatabase.shared()),
                clock,
                new SecureRandom());
    }

    /** As an administrator starts it. */
    private Openssl.Result renew(Wiring at, KeyFile own, CaProfile profile, String into) throws IOException {
        return openssl.run(
                "cmp",
                "-cmd",
                "kur",
                "-server",
                "http://127.0.0.1:" + at.sites().port(),
                "-path",
                ".well-known/cmp",
                "-cert",
                openssl.certificate(own.chain().getFirst()).toString(),
                "-key",
                openssl.privateKey(own).toString(),
                "-trusted",
                root(at, profile),
                "-newkey",
                openssl.key(profile).toString(),
                "-certout",
                folder.resolve(into).toString());
    }

    private String refusedToOpenssl(String name) throws IOException {
        return renew(server, key(data, name), CaProfile.EC, "refused.pem").output();
    }

    private String verified(Wiring at, CaProfile profile, String file) throws IOException {
        byte[] list =
                at.services().authority().revocationList(profile.cliName()).orElseThrow();
        String crl = folder.resolve("crl.pem").toString();
        openssl.run(
                "crl", "-inform", "DER", "-in", openssl.file("list.crl", list).toString(), "-out", crl);
        return openssl.run(
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        root(at, profile),
                        "-untrusted",
                        authority(at, profile.cliName()),
                        "-CRLfile",
                        crl,
                        folder.resolve(file).toString())
                .output();
    }

    private String root(Wiring at, CaProfile profile) throws IOException {
        return authority(at, profile.cliName() + "-root");
    }

    private String authority(Wiring at, String id) throws IOException {
        byte[] der = at.services().authority().authorityCertificate(id).orElseThrow();
        return openssl.certificate(new X509CertificateHolder(der)).toString();
    }

    private static KeyFile key(Path home, String name) throws IOException {
        Path handout = home.resolve("handout");
        String password = Files.readString(handout.resolve("password.txt")).strip();
        return KeyFile.open(Files.readAllBytes(handout.resolve(name + ".p12")), password.toCharArray());
    }

    private Machine machine(String name) throws Exception {
        return new Machine(server.sites().port(), key(data, name));
    }

    private CertificateActs.State state(X509CertificateHolder certificate) throws Exception {
        return state(server, certificate);
    }

    private static CertificateActs.State state(Wiring at, X509CertificateHolder certificate) throws Exception {
        return at.services().staff().certificates().state(HexFormat.of().formatHex(digest(certificate)));
    }

    private int certificates() {
        return server.services().holders().first(50).stream()
                .mapToInt(holder ->
                        server.services().holders().certificates(holder).size())
                .sum();
    }

    private static String sha256(KeyFile file) throws Exception {
        return HexFormat.of().formatHex(digest(file.chain().getFirst()));
    }

    private static byte[] digest(X509CertificateHolder certificate) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    }

    private static int indexOf(byte[] whole, byte[] part) {
        String found = HexFormat.of().formatHex(whole);
        return found.indexOf(HexFormat.of().formatHex(part)) / 2;
    }
}
