// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.testkit.HostWindow.PIN;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.PasswordStore;
import org.obnova.testkit.Person;
import org.obnova.testkit.TokenReader;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Renewal;

/** «Запомнить PIN-код»: kept in the system's store of passwords from the person's tick until the person takes it back. */
class RememberedPinIT {
    @Test
    void rememberedPin_isAskedForNoMore() throws IOException {
        Path folder = Journeys.folder("pin-remembered");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.TOKEN);
                PasswordStore store = PasswordStore.start(accountant.workplace().home())) {
            accountant.reader().insert();
            Person person = accountant.person();
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);
            renewal.issue();
            renewal.awaitIssued();
            renewal.signReceipt();
            renewal.install();
            assertThat(store.search("application", "Obnova"))
                    .as("not ticked, not kept")
                    .isEmpty();

            person.remembersPin(true);
            renewal.logInWithNewCertificate();
            assertThat(store.search("application", "Obnova")).contains(TokenReader.PIN);
            long asked = timesAsked(person);
            renewal.openPortal();
            renewal.pressNewCertificate();
            person.attendUntil("logged in", () -> renewal.pages().step().equals("welcome"));
            assertThat(timesAsked(person))
                    .as("the second login asks for no PIN")
                    .isEqualTo(asked);
        }
    }

    private static long timesAsked(Person person) {
        return person.seen().stream().filter(PIN::equals).count();
    }
}
