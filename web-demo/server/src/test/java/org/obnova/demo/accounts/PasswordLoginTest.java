// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.demo.accounts.Refusals.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.ProblemCode;

class PasswordLoginTest {
    private static final String EMAIL = "alyona@example.org";
    private static final String PASSWORD = " сорок два верблюда ";

    @TempDir
    Path folder;

    private Office office;
    private Account alyona;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
        alyona = office.accounts.byHolder(office.accountant());
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void setPassword() {
        alyona = office.accounts.changePassword(alyona, "", EMAIL, PASSWORD);
    }

    @Test
    void login_isByEmailInAnyCase_andByThePasswordExactly() {
        setPassword();

        assertThat(office.accounts.byPassword(" Alyona@Example.ORG ", PASSWORD).id())
                .isEqualTo(alyona.id());
        refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(EMAIL, PASSWORD.strip()));
        refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(EMAIL, ""));
        refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(EMAIL, PASSWORD.repeat(1000)));
    }

    @Test
    void login_pauses_fromTheFifthWrongTryOn_alikeForAnUnknownEmail() {
        setPassword();
        for (String email : List.of(EMAIL, "nobody@example.org")) {
            for (int i = 0; i < 4; i++) {
                refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(email, "не тот пароль"));
            }
            refused(ProblemCode.LOGIN_PAUSED, () -> office.accounts.byPassword(email, "не тот пароль"));
            refused(ProblemCode.LOGIN_PAUSED, () -> office.accounts.byPassword(email, PASSWORD));
        }
        office.clock.advance(Duration.ofMinutes(9));
        refused(ProblemCode.LOGIN_PAUSED, () -> office.accounts.byPassword(EMAIL, PASSWORD));
        office.clock.advance(Duration.ofMinutes(1));

        assertThat(office.accounts.byPassword(EMAIL, PASSWORD).id()).isEqualTo(alyona.id());
    }

    @Test
    void login_forgetsWrongTries_afterTheRightOne() {
        setPassword();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(EMAIL, "не тот пароль"));
            }
            office.accounts.byPassword(EMAIL, PASSWORD);
        }
    }

    @Test
    void change_wantsThePresentPassword_endsOtherSessions_andTells() {
        setPassword();
        int before = alyona.generation();
        refused(
                ProblemCode.LOGIN_REFUSED,
                () -> office.accounts.changePassword(alyona, "не тот пароль", EMAIL, "совсем другой пароль"));
        assertThat(office.accounts.find(alyona.id()).orElseThrow().generation()).isEqualTo(before);

        Account changed = office.accounts.changePassword(alyona, PASSWORD, EMAIL, "совсем другой пароль");

        assertThat(changed.generation()).isGreaterThan(before);
        assertThat(office.inbox.latestTo(EMAIL, 1).getFirst().text()).contains("Пароль");
        refused(ProblemCode.LOGIN_REFUSED, () -> office.accounts.byPassword(EMAIL, PASSWORD));
        office.accounts.byPassword(EMAIL, "совсем другой пароль");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "короткий",
                "12345678910",
                "aaaaaaaaaaaaaaaa",
                "Qwertyuiop",
                "xx alyona@example.org",
                "alyona@exa"
            })
    void change_refusesWhatIsEasyToGuess(String weak) {
        refused(ProblemCode.PASSWORD_WEAK, () -> office.accounts.changePassword(alyona, "", EMAIL, weak));
        refused(ProblemCode.PASSWORD_WEAK, () -> office.accounts.changePassword(alyona, "", EMAIL, "й".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alyona", "a@b", "a b@example.org", "a@@example.org"})
    void change_refusesWhatIsNoEmail(String email) {
        refused(ProblemCode.FIELD_INVALID, () -> office.accounts.changePassword(alyona, "", email, PASSWORD));
    }

    @Test
    void change_refusesAnotherPersonsEmail() {
        setPassword();
        Account other = office.accounts.byHolder(office.holders.first(2).get(1));

        refused(
                ProblemCode.LOGIN_TAKEN,
                () -> office.accounts.changePassword(other, "", EMAIL.toUpperCase(java.util.Locale.ROOT), PASSWORD));
    }

    @Test
    void passwords_areKeptAsHashesOnly() {
        setPassword();
        String kept =
                office.database.read(handle -> handle.createQuery("SELECT password FROM account WHERE email = :email")
                        .bind("email", EMAIL)
                        .mapTo(String.class)
                        .one());

        assertThat(kept).startsWith("$argon2id$").doesNotContain("верблюда");
        assertThat(office.inbox.latest(20)).map(Message::text).noneMatch(text -> text.contains("верблюда"));
    }
}
