// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.CHANGE_PIN;
import static org.obnova.testkit.HostWindow.FACTORY_PIN;
import static org.obnova.testkit.HostWindow.LAST_PIN;
import static org.obnova.testkit.HostWindow.LAST_TRY;
import static org.obnova.testkit.HostWindow.PIN;
import static org.obnova.testkit.HostWindow.PIN_LOCKED;
import static org.obnova.testkit.HostWindow.PIN_PAD;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.Person;
import org.obnova.testkit.TokenReader;
import org.obnova.testkit.TokenTool;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Pages;
import org.obnova.testkit.journey.Renewal;

/** The PIN of a token: no try is spent that the person did not mean, and there is a way on from everything. */
class PinIT {
    private static final String WRONG = "00000000";
    private static final String AFTER_UNBLOCKING = "31415926";
    private static final String FACTORY = "12345678";

    @Test
    void wrongUntilLocked_thenUnblockedByTheAdministrator() throws IOException {
        Path folder = Journeys.folder("pin-locked");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.TOKEN)) {
            TokenReader reader = accountant.reader().withPin(TokenReader.PIN, 3).insert();
            Person person = accountant.person();
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.awaitMedia();
            renewal.chooseMedium();
            renewal.agree();

            person.knowsPin(WRONG);
            renewal.pages().press("issue");
            person.answers(PIN);
            person.answers(PIN);
            person.refuses(LAST_TRY);
            assertNotice(renewal, "cancelled");
            assertThat(reader.triesLeft()).as("the last try, not taken").isEqualTo(1);

            renewal.pages().press("issue");
            person.answers(LAST_TRY);
            person.answers(LAST_PIN);
            person.answers(PIN_LOCKED);
            assertNotice(renewal, "pin_locked");
            assertThat(reader.triesLeft()).isZero();

            renewal.awaitToken("unfit");
            renewal.pages().scrollTo("medium-token");
            renewal.pages().picture("locked");
            new TokenTool(reader).unblock(AFTER_UNBLOCKING);
            renewal.awaitToken("usable");
            person.knowsPin(AFTER_UNBLOCKING);
            complete(renewal);
            assertThat(reader.triesLeft()).isEqualTo(3);
        }
    }

    @Test
    void keypadOfTheDevice_takesThePin() throws IOException {
        Path folder = Journeys.folder("pin-pad");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.TOKEN)) {
            TokenReader reader = accountant.reader().with("pad", "yes").insert();
            Person person = accountant.person();
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.awaitMedia();
            renewal.chooseMedium();
            renewal.agree();

            renewal.pages().press("issue");
            person.atTheDevice(() -> reader.atThePad("cancel"));
            person.answers(PIN_PAD);
            assertNotice(renewal, "pin_pad_failed");

            person.atTheDevice(() -> reader.atThePad("pin " + TokenReader.PIN));
            complete(renewal);
            assertThat(person.seen()).contains(PIN_PAD).doesNotContain(PIN);
        }
    }

    @Test
    void factoryPin_isChangedOnTheWay() throws IOException {
        Path folder = Journeys.folder("pin-factory");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.TOKEN)) {
            TokenReader reader =
                    accountant.reader().withPin(FACTORY, TokenReader.MOST_TRIES).insert();
            Person person = accountant.person();
            person.knowsPin(FACTORY).wantsPin(AFTER_UNBLOCKING);
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            complete(renewal);

            assertThat(person.seen()).containsOnlyOnce(FACTORY_PIN).containsOnlyOnce(CHANGE_PIN);
            assertThat(new TokenTool(reader).objects(AFTER_UNBLOCKING)).contains("Private Key Object");
        }
    }

    private static void complete(Renewal renewal) {
        renewal.issue();
        renewal.awaitIssued();
        renewal.signReceipt();
        renewal.install();
    }

    private static void assertNotice(Renewal renewal, String code) {
        Pages.Notice notice = renewal.pages().awaitNotice();
        renewal.pages().picture("notice-" + code);
        assertThat(notice.code()).isEqualTo(code);
        assertThat(notice.lines()).hasSize(3).doesNotContain("");
    }
}
