// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.MovableClock;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

class OneTimeCodesTest {
    private static final Phone KNOWN = new Phone("+79000000001");
    private static final Phone UNKNOWN = new Phone("+79000000009");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private Database database;
    private DemoInbox inbox;
    private LoginCodes codes;
    private Message.Kind first = Message.Kind.CALL;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        SecureRandom random = new SecureRandom();
        inbox = new DemoInbox(database, clock, random);
        codes = new PhoneLoginCodes(
                new OneTimeCodes(database, clock, random), inbox, KNOWN::equals, () -> first, random);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void send_calls_fromANumberWhoseLastFourDigitsAreTheCode() {
        CodeSent sent = codes.send(KNOWN);

        assertThat(sent.kind()).isEqualTo(Message.Kind.CALL);
        assertThat(sent.digits()).isEqualTo(4);
        assertThat(sent.repeatAfter()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(inbox.latest(9)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(Message.Kind.CALL);
            assertThat(message.to()).isEqualTo(KNOWN.e164());
        });
        codes.use(KNOWN, lastCode());
    }

    @Test
    void use_acceptsACodeOnce() {
        codes.send(KNOWN);
        String code = lastCode();
        codes.use(KNOWN, " " + code + " ");

        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, code));
    }

    @Test
    void use_refusesACode_thatIsWrongOldOrOfAnotherPhone() {
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, "0000"));
        codes.send(KNOWN);
        String code = lastCode();
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, wrong(code)));
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, ""));
        refused(ProblemCode.CODE_WRONG, () -> codes.use(UNKNOWN, code));
        clock.advance(Duration.ofMinutes(10));
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, code));
    }

    @Test
    void use_pauses_fromTheFifthWrongTryOn_evenForTheRightCode() {
        codes.send(KNOWN);
        String code = lastCode();
        for (int i = 0; i < 4; i++) {
            refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, wrong(code)));
        }
        refused(ProblemCode.CODE_PAUSED, () -> codes.use(KNOWN, wrong(code)));
        refused(ProblemCode.CODE_PAUSED, () -> codes.use(KNOWN, code));
        refused(ProblemCode.CODE_PAUSED, () -> codes.send(KNOWN));

        clock.advance(Duration.ofMinutes(10));
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, code));
        codes.send(KNOWN);
        codes.use(KNOWN, lastCode());
    }

    @Test
    void send_doesNotBuyMoreTries() {
        codes.send(KNOWN);
        for (int i = 0; i < 4; i++) {
            String code = lastCode();
            refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, wrong(code)));
        }
        clock.advance(Duration.ofMinutes(2));
        codes.send(KNOWN);
        String code = lastCode();

        refused(ProblemCode.CODE_PAUSED, () -> codes.use(KNOWN, wrong(code)));
    }

    @Test
    void send_repeatsBySms_twoMinutesLater() {
        codes.send(KNOWN);
        String first = lastCode();
        clock.advance(Duration.ofSeconds(119));
        refused(ProblemCode.CODE_TOO_SOON, () -> codes.send(KNOWN));
        clock.advance(Duration.ofSeconds(1));

        CodeSent repeated = codes.send(KNOWN);

        assertThat(repeated.kind()).isEqualTo(Message.Kind.SMS);
        assertThat(repeated.digits()).isEqualTo(6);
        refused(ProblemCode.CODE_WRONG, () -> codes.use(KNOWN, first));
        codes.use(KNOWN, lastCode());
    }

    @Test
    void send_callsOnlyOnce_untilACodeWasEntered_evenAfterAPauseOrAnHour() {
        codes.send(KNOWN);
        assertThat(lastCode()).hasSize(4);
        for (int i = 0; i < 5; i++) {
            String code = lastCode();
            refused(i < 4 ? ProblemCode.CODE_WRONG : ProblemCode.CODE_PAUSED, () -> codes.use(KNOWN, wrong(code)));
        }
        clock.advance(Duration.ofMinutes(10));
        assertThat(codes.send(KNOWN).digits()).isEqualTo(6);
        clock.advance(Duration.ofHours(2));
        assertThat(codes.send(KNOWN).kind()).isEqualTo(Message.Kind.SMS);

        codes.use(KNOWN, lastCode());
        assertThat(codes.send(KNOWN).kind()).isEqualTo(Message.Kind.CALL);
    }

    @Test
    void send_answersAnUnknownPhoneAlike_withoutAMessage() {
        assertThat(codes.send(UNKNOWN)).isEqualTo(codes.send(KNOWN));
        assertThat(inbox.latestTo(UNKNOWN.e164(), 9)).isEmpty();
        refused(ProblemCode.CODE_TOO_SOON, () -> codes.send(UNKNOWN));
    }

    @Test
    void send_comesBySms_whereTheRegimeSaysSo() {
        first = Message.Kind.SMS;

        assertThat(codes.send(KNOWN)).satisfies(sent -> {
            assertThat(sent.kind()).isEqualTo(Message.Kind.SMS);
            assertThat(sent.digits()).isEqualTo(6);
        });
        codes.use(KNOWN, lastCode());
    }

    @Test
    void send_isSilentForAnHour_afterFiveCodesThatNobodyEntered() {
        for (int i = 0; i < 5; i++) {
            codes.send(KNOWN);
            clock.advance(Duration.ofMinutes(2));
        }
        refused(ProblemCode.CODES_SPENT, () -> codes.send(KNOWN));
        codes.use(KNOWN, lastCode());
        codes.send(KNOWN);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(2));
            codes.send(KNOWN);
        }
        clock.advance(Duration.ofMinutes(59));
        refused(ProblemCode.CODES_SPENT, () -> codes.send(KNOWN));
        clock.advance(Duration.ofMinutes(1));
        codes.send(KNOWN);
    }

    @Test
    void made_doesNotShowItsCode() {
        OneTimeCodes.Made made =
                new OneTimeCodes.Made("987654", new CodeSent(Message.Kind.SMS, 6, clock.instant(), clock.instant()));

        assertThat(made.toString()).doesNotContain("987654");
    }

    private String lastCode() {
        Message message = inbox.latestTo(KNOWN.e164(), 1).getFirst();
        String digits =
                (message.kind() == Message.Kind.CALL ? message.from() : message.text()).replaceAll("[^0-9]", "");
        return digits.substring(digits.length() - (message.kind() == Message.Kind.CALL ? 4 : 6));
    }

    private static String wrong(String code) {
        char other = code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1);
        return other + code.substring(1);
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
