// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;

/** A whole renewal in which openssl plays the host: its key, request and signatures go in, and it verifies what comes out. */
class RenewalByOpensslTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void renewal_ofEachAlgorithm(CaProfile profile) throws IOException {
        try (Office office = Office.open(folder, profile, new MovableClock(Instant.now()))) {
            Applications desk = office.desk;
            Openssl openssl = office.openssl;
            String id =
                    desk.open(office.sha256("korableva-1"), office.accountant()).id();
            desk.begin(id);
            desk.confirmData(id);
            byte[] statement = desk.statement(id).text().getBytes(UTF_8);
            desk.receiveStatement(id, openssl.sign(office.key("korableva-1"), profile, statement));
            desk.agreeToIssue(id);
            Path key = openssl.key(profile);
            desk.receiveRequest(
                    id, openssl.request(key, profile, office.accountant().subject()));
            office.queue.work();
            Issued issued = desk.issued(id).orElseThrow();
            Path fresh = openssl.certificate(issued.entry().certificate());

            byte[] receipt = desk.receipt(id).text().getBytes(UTF_8);
            desk.receiveReceipt(id, openssl.sign(office.key("korableva-1"), profile, receipt));
            // The new certificate signs as well as the old one did.
            byte[] fromNow = openssl.sign(key, fresh, profile, receipt);
            assertThat(desk.markInstalled(id).state()).isEqualTo(ApplicationState.DONE);

            Path root =
                    openssl.certificate(office.authority.issuers(issued.entry()).getLast());
            Path issuing =
                    openssl.certificate(office.authority.issuers(issued.entry()).getFirst());
            Path both = openssl.file("chain.pem", concat(root, issuing));
            Openssl.Result chain = openssl.run(
                    "verify",
                    "-engine",
                    "gost",
                    "-x509_strict",
                    "-CAfile",
                    root.toString(),
                    "-untrusted",
                    issuing.toString(),
                    fresh.toString());
            assertThat(chain.output()).contains(": OK");
            Openssl.Result signature = openssl.run(
                    "cms",
                    "-verify",
                    "-engine",
                    "gost",
                    "-cades",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    openssl.file("signed.p7s", fromNow).toString(),
                    "-content",
                    openssl.file("receipt.txt", receipt).toString(),
                    "-CAfile",
                    both.toString(),
                    "-out",
                    folder.resolve("out").toString());
            assertThat(signature.output()).contains("CAdES Verification successful");
        }
    }

    private static byte[] concat(Path one, Path other) throws IOException {
        return (Files.readString(one) + Files.readString(other)).getBytes(UTF_8);
    }
}
