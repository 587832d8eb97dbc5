// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            assertStamped(office, desk.statement(id), both, root);
            assertStamped(office, desk.receipt(id), both, root);
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

    /** The signature verifies with its stamp as it did without; the stamp, taken out, is one over the signature's value. */
    private static void assertStamped(Office office, Document document, Path chain, Path root) throws IOException {
        Openssl openssl = office.openssl;
        byte[] cadesT = Objects.requireNonNull(document.signed().orElseThrow().stamped())
                .bytes();
        Path file = openssl.file("cades-t.p7s", cadesT);
        Openssl.Result verified = openssl.run(
                "cms",
                "-verify",
                "-engine",
                "gost",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file.toString(),
                "-content",
                openssl.file("document.txt", document.text().getBytes(UTF_8)).toString(),
                "-CAfile",
                chain.toString());
        assertThat(verified.output()).contains("Verification successful");

        List<String> lines = openssl.run("asn1parse", "-inform", "DER", "-in", file.toString())
                .output()
                .lines()
                .toList();
        int attribute = position(lines, "id-smime-aa-timeStampToken");
        // SET after the attribute's name, the token in it, and the signature's value before the attributes.
        int value = attribute;
        while (!lines.get(value).contains("OCTET STRING")) {
            value--;
        }
        Path stamp = openssl.file("stamp.der", part(cadesT, lines.get(attribute + 2), true));
        Path signature = openssl.file("signature.bin", part(cadesT, lines.get(value), false));
        assertThat(stampHolds(openssl, stamp, signature, root)).contains("Verification: OK");
        assertThat(stampHolds(openssl, stamp, openssl.file("other.bin", new byte[64]), root))
                .contains("Verification: FAILED");
    }

    private static String stampHolds(Openssl openssl, Path stamp, Path data, Path root) {
        return openssl.runWithGost(
                        "ts",
                        "-verify",
                        "-token_in",
                        "-in",
                        stamp.toString(),
                        "-data",
                        data.toString(),
                        "-CAfile",
                        root.toString())
                .output();
    }

    /** The bytes of a line of asn1parse: {@code 1803:d=5  hl=4 l=1203 cons: SEQUENCE}. */
    private static byte[] part(byte[] whole, String line, boolean withHeader) {
        Matcher place =
                Pattern.compile(" *(\\d+):d=\\d+ +hl=(\\d+) +l= *(\\d+) .*").matcher(line);
        assertThat(place.matches()).as(line).isTrue();
        int start = Integer.parseInt(place.group(1));
        int content = start + Integer.parseInt(place.group(2));
        return Arrays.copyOfRange(whole, withHeader ? start : content, content + Integer.parseInt(place.group(3)));
    }

    private static int position(List<String> lines, String what) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains(what)) {
                return line;
            }
        }
        throw new AssertionError("no " + what);
    }

    private static byte[] concat(Path one, Path other) throws IOException {
        return (Files.readString(one) + Files.readString(other)).getBytes(UTF_8);
    }
}
