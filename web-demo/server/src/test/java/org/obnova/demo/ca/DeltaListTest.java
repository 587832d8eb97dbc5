// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CRLHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.StoredAuditLog;

/** Delta lists, as openssl uses them beside an older complete list. */
class DeltaListTest {
    private static final Actor OPERATOR = Actor.operator("operator");

    @TempDir
    Path folder;

    /** Earlier than openssl's clock, so that what follows is still of the past. */
    private Office office(CaProfile profile) {
        return Office.open(folder, profile, new MovableClock(Instant.now().minus(Duration.ofMinutes(30))));
    }

    @ParameterizedTest
    @EnumSource(
            value = CaProfile.class,
            names = {"GOST256", "EC"})
    void openssl_seesARevocation_thatStandsInTheDeltaListAlone(CaProfile profile) throws IOException {
        try (Office office = office(profile)) {
            IssuedCertificate certificate = office.certificate("korableva-1");
            String complete = pem(
                    office, office.authority.revocationList(profile.cliName()).orElseThrow());
            office.clock.advance(Duration.ofMinutes(1));
            office.revoke(certificate, 1);
            String delta =
                    pem(office, office.authority.deltaList(profile.cliName()).orElseThrow());

            assertThat(verify(office, certificate, complete, "")).contains(": OK");
            assertThat(verify(office, certificate, complete, delta)).contains("certificate revoked");
            assertThat(verify(office, office.certificate("korableva-2"), complete, delta))
                    .contains(": OK");
        }
    }

    @Test
    void openssl_seesAResumption_thatStandsInTheDeltaListAlone() throws IOException {
        try (Office office = office(CaProfile.EC)) {
            IssuedCertificate certificate = office.certificate("korableva-1");
            office.authority.revocations().suspend(certificate, OPERATOR);
            String complete = pem(office, office.authority.revocationList("ec").orElseThrow());
            office.clock.advance(Duration.ofMinutes(1));
            office.authority.revocations().resume(certificate, OPERATOR);
            String delta = pem(office, office.authority.deltaList("ec").orElseThrow());

            assertThat(verify(office, certificate, complete, "")).contains("certificate revoked");
            assertThat(verify(office, certificate, complete, delta)).contains(": OK");
        }
    }

    @Test
    void aRevocation_byAProcessWhoseClockIsBehind_standsInTheDeltaList() throws IOException {
        try (Office office = office(CaProfile.EC)) {
            office.authority.revocationList("ec");
            office.clock.advance(Duration.ofMinutes(-2));
            office.revoke(office.certificate("korableva-1"), 1);
            office.clock.advance(Duration.ofMinutes(2));

            assertThat(entries(office.authority.deltaList("ec").orElseThrow())).isEqualTo(1);
        }
    }

    @Test
    void aRevocation_byAProcessWhoseClockIsAhead_standsInTheNextCompleteList_andNotInItsDelta() throws IOException {
        try (Office office = office(CaProfile.EC)) {
            office.clock.advance(Duration.ofMinutes(2));
            office.revoke(office.certificate("korableva-1"), 1);
            office.clock.advance(Duration.ofMinutes(-2));

            assertThat(entries(office.authority.revocationList("ec").orElseThrow()))
                    .isEqualTo(1);
            assertThat(entries(office.authority.deltaList("ec").orElseThrow())).isZero();
        }
    }

    @Test
    void openssl_readsBaseAndNumber_andTheCompleteListSaysWhereTheDeltaListIs() {
        try (Office office = office(CaProfile.EC)) {
            byte[] complete = office.authority.revocationList("ec").orElseThrow();
            office.revoke(office.certificate("korableva-1"), 1);
            byte[] delta = office.authority.deltaList("ec").orElseThrow();

            assertThat(text(office, delta))
                    .contains(
                            "X509v3 Delta CRL Indicator: critical\n                1\n",
                            "X509v3 CRL Number: \n                2\n")
                    .contains("Key Compromise")
                    .doesNotContain("Freshest");
            assertThat(text(office, complete))
                    .contains("X509v3 Freshest CRL", "URI:http://cabinet.localhost:8080/ca/ec-delta.crl")
                    .doesNotContain("Delta CRL Indicator");
        }
    }

    @Test
    void base_isTheEarliestCompleteListInForce_andNoLonger() throws IOException {
        try (Office office = office(CaProfile.EC)) {
            office.authority.revocationList("ec");
            office.revoke(office.certificate("korableva-1"), 1);
            office.clock.advance(Duration.ofDays(3));
            office.authority.revocationList("ec");
            assertThat(entries(office.authority.deltaList("ec").orElseThrow())).isEqualTo(1);

            office.clock.advance(Duration.ofDays(5));
            assertThat(entries(office.authority.deltaList("ec").orElseThrow())).isZero();
        }
    }

    @Test
    void list_isTheSame_inEveryProcess_untilSomebodyIsRevoked() {
        byte[] complete;
        byte[] delta;
        try (Office office = office(CaProfile.EC)) {
            complete = office.authority.revocationList("ec").orElseThrow();
            delta = office.authority.deltaList("ec").orElseThrow();
        }
        try (Office office = office(CaProfile.EC)) {
            office.clock.advance(Duration.ofMinutes(1));
            assertThat(office.authority.revocationList("ec")).hasValue(complete);
            assertThat(office.authority.deltaList("ec")).hasValue(delta);
        }
    }

    @Test
    void revocation_isFinal_andEachChangeStandsInTheAuditLogOnce() {
        try (Office office = office(CaProfile.EC)) {
            IssuedCertificate certificate = office.certificate("korableva-1");
            Revocations revocations = office.authority.revocations();
            StoredAuditLog log = new StoredAuditLog(office.database, office.clock);
            long before = log.length();

            assertThat(revocations.resume(certificate, OPERATOR)).isFalse();
            assertThat(revocations.suspend(certificate, OPERATOR)).isTrue();
            assertThat(revocations.suspend(certificate, OPERATOR)).isFalse();
            assertThat(revocations.revoke(certificate, 1, OPERATOR)).isTrue();
            assertThat(revocations.revoke(certificate, 4, OPERATOR)).isFalse();
            assertThat(revocations.resume(certificate, OPERATOR)).isFalse();
            assertThat(revocations.suspend(certificate, OPERATOR)).isFalse();

            assertThat(office.authority
                            .register()
                            .standing("ec", certificate.certificate().getSerialNumber()))
                    .hasValueSatisfying(
                            standing -> assertThat(standing.reason()).isEqualTo(1));
            assertThat(log.entries(before, 10))
                    .extracting(entry -> entry.action())
                    .containsExactly(AuditAction.CERTIFICATE_SUSPENDED, AuditAction.CERTIFICATE_REVOKED);
        }
    }

    private static int entries(byte[] list) throws IOException {
        return new X509CRLHolder(list).getRevokedCertificates().size();
    }

    private static String text(Office office, byte[] list) {
        return office.openssl
                .run(
                        "crl",
                        "-inform",
                        "DER",
                        "-in",
                        office.openssl.file("list.crl", list).toString(),
                        "-noout",
                        "-text")
                .output();
    }

    private static String pem(Office office, byte[] list) throws IOException {
        Path der = office.openssl.file("list.crl", list);
        Path pem = der.resolveSibling(der.getFileName() + ".pem");
        assertThat(office.openssl
                        .run("crl", "-inform", "DER", "-in", der.toString(), "-out", pem.toString())
                        .ok())
                .isTrue();
        return Files.readString(pem);
    }

    private static String verify(Office office, IssuedCertificate certificate, String complete, String delta) {
        var issuers = office.authority.issuers(certificate);
        return office.openssl
                .run(List.of(
                                "verify",
                                "-engine",
                                "gost",
                                "-crl_check",
                                "-extended_crl",
                                "-use_deltas",
                                "-CAfile",
                                office.openssl.certificate(issuers.getLast()).toString(),
                                "-untrusted",
                                office.openssl.certificate(issuers.getFirst()).toString(),
                                "-CRLfile",
                                office.openssl
                                        .file(
                                                "lists.pem",
                                                (complete + delta).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                        .toString(),
                                office.openssl
                                        .certificate(certificate.certificate())
                                        .toString())
                        .toArray(String[]::new))
                .output();
    }
}
