// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

class NonceLoginTest {
    private static final String ORIGIN = "http://cabinet.localhost:8080";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void verify_namesTheHolder_once() {
        String nonce = office.login.challenge();
        String text = text(ORIGIN, nonce, "2026-11-22T09:00:00Z");
        byte[] cms = sign(text);

        CertificateLogin.Login login = office.login.verify(ORIGIN, nonce, text, cms);

        assertThat(login.holder().id()).isEqualTo("korableva");
        assertThat(login.certificate().sha256()).isEqualTo(office.sha256("korableva-1"));
        refused(ProblemCode.CHALLENGE_STALE, () -> office.login.verify(ORIGIN, nonce, text, cms));
    }

    @Test
    void verify_refuses_aNonceThatIsOldUnknownOrOfAnotherText() {
        String old = office.login.challenge();
        String text = text(ORIGIN, old, "2026-11-22T09:00:00Z");
        byte[] cms = sign(text);
        office.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        refused(ProblemCode.CHALLENGE_STALE, () -> office.login.verify(ORIGIN, old, text, cms));
        refused(ProblemCode.CHALLENGE_STALE, () -> office.login.verify(ORIGIN, "A".repeat(43), text, cms));
        String fresh = office.login.challenge();
        refused(ProblemCode.CHALLENGE_STALE, () -> office.login.verify(ORIGIN, fresh, text, cms));
    }

    @Test
    void verify_refuses_anotherSiteTimeOrForm() {
        refusedText(ProblemCode.SIGNATURE_INVALID, "https://evil.example", "2026-11-22T09:00:00Z", "");
        refusedText(ProblemCode.CHALLENGE_STALE, ORIGIN, "2026-11-20T09:00:00Z", "");
        refusedText(ProblemCode.SIGNATURE_INVALID, ORIGIN, "22 ноября 2026 года, полдень", "");
        refusedText(ProblemCode.SIGNATURE_INVALID, ORIGIN, "2026-11-22T09:00:00Z", "\nПлачу 100 рублей");
    }

    @Test
    void verify_refuses_aSignatureOfAnotherText_evenAtTheSecondTry() {
        String nonce = office.login.challenge();
        String text = text(ORIGIN, nonce, "2026-11-22T09:00:00Z");
        byte[] other = sign("иное");
        byte[] good = sign(text);

        refused(ProblemCode.SIGNATURE_INVALID, () -> office.login.verify(ORIGIN, nonce, text, other));
        refused(ProblemCode.CHALLENGE_STALE, () -> office.login.verify(ORIGIN, nonce, text, good));
    }

    private void refusedText(ProblemCode code, String origin, String time, String tail) {
        String nonce = office.login.challenge();
        String text = text(origin, nonce, time) + tail;
        byte[] cms = sign(text);
        refused(code, () -> office.login.verify(ORIGIN, nonce, text, cms));
    }

    private byte[] sign(String text) {
        return office.openssl.sign(office.key("korableva-1"), CaProfile.EC, text.getBytes(UTF_8));
    }

    private static String text(String origin, String nonce, String time) {
        return "Вход на сайт: " + origin + "\nОдноразовый код: " + nonce + "\nВремя: " + time;
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
