// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.HostWindow;
import org.obnova.testkit.journey.Accountant;
import org.obnova.testkit.journey.Pages;
import org.obnova.testkit.journey.Renewal;

/** A holder who logs in with the present certificate, and who then cannot sign the receipt with it: a code by SMS confirms it instead (S22). */
class ReceiptByCodeIT {
    @Test
    void receipt_isConfirmedByTheCodeOfAnSms() throws IOException {
        Path folder = Journeys.folder("receipt-by-code");
        try (Accountant accountant = Journeys.accountant(folder, "gost256", 1)) {
            Path containers = accountant.workplace().home().containers();
            Map<String, byte[]> before = Journeys.contents(containers);
            Renewal renewal = accountant.renewal();
            renewal.openPortal();
            renewal.pressOffer();
            renewal.signIn().byCertificate();
            renewal.arrive();
            renewal.confirmData();
            renewal.signStatement();
            renewal.issue();
            renewal.awaitIssued();

            confirmByCode(renewal);

            assertThat(renewal.pages().step()).isEqualTo("install");
            assertThat(accountant.person().seen()).doesNotContain(HostWindow.RECEIPT);
            accountant.person().knows(Accountant.CONTAINER_PASSWORD);
            renewal.install();
            Journeys.assertOneNewContainer(before, containers);
            try (var journal = Files.list(accountant.workplace().home().renewals())) {
                assertThat(journal.filter(Files::isDirectory)).hasSize(1);
            }
        }
    }

    private static void confirmByCode(Renewal renewal) {
        Pages pages = renewal.pages();
        pages.press("no-certificate");
        pages.picture("receipt-by-code");
        pages.press("sms-receipt");
        String code = renewal.signIn().code("sms");
        pages.type("receipt-code", another(code));
        pages.press("confirm-receipt");
        assertThat(pages.awaitNotice().code()).isEqualTo("code_wrong");
        pages.picture("receipt-code-wrong");
        pages.type("receipt-code", code);
        pages.press("confirm-receipt");
        pages.awaitStep("install");
    }

    /** A code that is as long and wrong. */
    private static String another(String code) {
        return (code.charAt(0) == '9' ? '8' : '9') + code.substring(1);
    }
}
