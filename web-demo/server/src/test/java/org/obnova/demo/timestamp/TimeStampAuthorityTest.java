// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.MovableClock;
import org.obnova.demo.Office;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;

/** Time stamps, as openssl asks for them and verifies them. */
class TimeStampAuthorityTest {
    private static final byte[] DOCUMENT = "Заявление".getBytes(UTF_8);

    @TempDir
    Path folder;

    private @org.jspecify.annotations.Nullable Office open;

    private Office office(CaProfile profile) {
        Office office = Office.open(folder, profile, new MovableClock(Instant.now()));
        open = office;
        return office;
    }

    private static TimeStampAuthority stamps(Office office) {
        return new TimeStampAuthority(office.authority.timeStamps(office.profile), office.clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void openssl_verifiesTheStamp_overTheDocument_andOverNoOther(CaProfile profile) throws IOException {
        Office office = office(profile);
        String digest = profile.qualified() ? "md_gost12_256" : "sha256";
        Path request = query(office, digest);
        Path answer = office.openssl.file("answer.tsr", stamps(office).answer(Files.readAllBytes(request)));
        String root =
                office.openssl.certificate(office.authority.roots().getFirst()).toString();
        String document = office.openssl.file("document", DOCUMENT).toString();
        String other = office.openssl.file("other", "Иное".getBytes(UTF_8)).toString();

        Openssl.Result verified = office.openssl.runWithGost(
                "ts", "-verify", "-in", answer.toString(), "-queryfile", request.toString(), "-CAfile", root);
        assertThat(verified.output()).contains("Verification: OK");
        assertThat(office.openssl
                        .runWithGost("ts", "-verify", "-in", answer.toString(), "-data", document, "-CAfile", root)
                        .output())
                .contains("Verification: OK");
        assertThat(office.openssl
                        .runWithGost("ts", "-verify", "-in", answer.toString(), "-data", other, "-CAfile", root)
                        .output())
                .contains("Verification: FAILED");
        assertThat(office.openssl
                        .runWithGost("ts", "-reply", "-in", answer.toString(), "-text")
                        .output())
                .contains("Status: Granted.", "Accuracy: 0x01 seconds", "Ordering: no", "Policy OID: 2.999.795.1");
    }

    @Test
    void time_isThatOfTheAuthoritysClock_andNumbersDiffer() throws Exception {
        Office office = office(CaProfile.EC);
        byte[] request = Files.readAllBytes(query(office, "sha256"));
        TimeStampResponse first = new TimeStampResponse(stamps(office).answer(request));
        TimeStampResponse second = new TimeStampResponse(stamps(office).answer(request));

        assertThat(first.getTimeStampToken().getTimeStampInfo().getGenTime().toInstant())
                .isEqualTo(office.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(first.getTimeStampToken().getTimeStampInfo().getSerialNumber())
                .isNotEqualTo(second.getTimeStampToken().getTimeStampInfo().getSerialNumber());
    }

    @ParameterizedTest
    @CsvSource({"sha1, unrecognized or unsupported algorithm", "md5, unrecognized or unsupported algorithm"})
    void digestThatIsBroken_isNotStamped(String digest, String reason) throws IOException {
        Office office = office(CaProfile.EC);
        byte[] answer = stamps(office).answer(Files.readAllBytes(query(office, digest)));
        assertThat(text(office, answer)).contains("Status: Rejected.", reason);
    }

    @Test
    void anotherPolicy_isRefused() throws IOException {
        Office office = office(CaProfile.EC);
        byte[] answer = stamps(office).answer(Files.readAllBytes(query(office, "sha256", "-tspolicy", "1.2.3.4")));
        assertThat(text(office, answer)).contains("Status: Rejected.", "requested TSA policy is not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3000", "3082ffff", "0401", "7b7d"})
    void whatIsNoRequest_isRejected(String hex) throws Exception {
        byte[] answer = stamps(office(CaProfile.EC)).answer(HexFormat.of().parseHex(hex));
        TimeStampResponse parsed = new TimeStampResponse(answer);
        assertThat(parsed.getTimeStampToken()).isNull();
        assertThat(parsed.getStatus()).isEqualTo(2);
    }

    private static String text(Office office, byte[] answer) {
        return office.openssl
                .run(
                        "ts",
                        "-reply",
                        "-in",
                        office.openssl.file("answer.tsr", answer).toString(),
                        "-text")
                .output();
    }

    private static Path query(Office office, String digest, String... more) {
        Path request = office.openssl.file("request.tsq", new byte[0]);
        java.util.List<String> arguments = new java.util.ArrayList<>(java.util.List.of(
                "ts",
                "-query",
                "-data",
                office.openssl.file("document", DOCUMENT).toString(),
                "-" + digest,
                "-cert",
                "-out",
                request.toString()));
        arguments.addAll(java.util.List.of(more));
        Openssl.Result made = office.openssl.runWithGost(arguments.toArray(String[]::new));
        assertThat(made.ok()).as(made.output()).isTrue();
        return request;
    }
}
