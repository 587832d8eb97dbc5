// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.TokenReader;
import org.obnova.testkit.TokenTool;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Medium;
import org.obnova.testkit.journey.Pages;
import org.obnova.testkit.journey.Renewal;

/** The token comes and goes as a person likes: while the page shows the media, while the key is made, and afterwards. Nothing is started anew. */
class TokenPulledIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void tokenPulledDuringKeyGeneration_renewalGoesOnAfterReinsertion() throws IOException, InterruptedException {
        Path folder = Journeys.folder("token-pulled");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1, Medium.TOKEN)) {
            TokenReader reader = accountant.reader();
            Renewal renewal = accountant.renewal();
            Journeys.walkToRequest(renewal);

            comesAndGoes(renewal, reader);
            pulledDuringKeyGeneration(accountant);
            renewal.awaitIssued();
            renewal.signReceipt();
            pulledBeforeInstallation(accountant);

            accountant.collect(folder);
            renewal.logInWithNewCertificate();
            assertThat(reader.triesLeft()).as("tries of the PIN").isEqualTo(TokenReader.MOST_TRIES);
        }
        Journeys.assertVerifiedByOpenssl(folder);
    }

    private static void comesAndGoes(Renewal renewal, TokenReader reader) {
        renewal.awaitMedia();
        assertThat(renewal.media("token")).as("an empty reader").isEmpty();
        renewal.pages().scrollTo("media-again");
        renewal.pages().picture("no-token");
        reader.insert();
        renewal.awaitToken();
        renewal.pages().picture("token-inserted");
        reader.pull();
        await("the card to go")
                .atMost(PATIENCE)
                .until(() -> renewal.media("token").isEmpty());
        renewal.pages().picture("token-pulled");
        reader.insert();
        renewal.chooseMedium();
    }

    private static void pulledDuringKeyGeneration(Accountant accountant) throws IOException {
        Renewal renewal = accountant.renewal();
        TokenReader reader = accountant.reader();
        reader.order("C_GenerateKeyPair 1 pull");
        renewal.agree();
        renewal.pages().press("issue");
        accountant
                .person()
                .attendUntil("a notice", () -> renewal.pages().notice().isPresent());
        assertNotice(renewal, "token_removed", 4);
        assertThat(reader.holdsToken()).isFalse();

        reader.insert(); // Nothing is pressed: the page goes on by itself.
        accountant
                .person()
                .attendUntil(
                        "the request sent",
                        () -> List.of("issuing", "receipt")
                                .contains(renewal.pages().step()));
        assertThat(new TokenTool(reader).objects(TokenReader.PIN).split("Private Key Object", -1))
                .as("one key, not two")
                .hasSize(2);
    }

    private static void pulledBeforeInstallation(Accountant accountant) {
        Renewal renewal = accountant.renewal();
        accountant.reader().pull();
        renewal.pages().press("install");
        accountant
                .person()
                .attendUntil("a notice", () -> renewal.pages().notice().isPresent());
        assertNotice(renewal, "key_missing", 4);
        accountant.reader().insert(); // Nothing is pressed: the page goes on by itself.
        accountant
                .person()
                .attendUntil(
                        "the certificate installed",
                        () -> renewal.pages().step().equals("done"));
    }

    /** What happened, what is lost, what to do; and where it goes on by itself, that it does. */
    private static void assertNotice(Renewal renewal, String code, int lines) {
        Pages.Notice notice = renewal.pages().awaitNotice();
        renewal.pages().picture("notice-" + code);
        assertThat(notice.code()).isEqualTo(code);
        assertThat(notice.lines()).hasSize(lines).doesNotContain("");
    }
}
