// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.documents.Scans;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The first certificate of somebody who has none, in a browser, with the real server and its registers: the form that keeps what is typed, the statement on paper, the
 * uploads, the centre, the operator who approves and who meets the person, up to where the key is made.
 */
class FirstIssueIT {
    private static final String NEWCOMER = "yozhikov";
    private static final Duration PATIENCE = RealCabinet.PATIENCE;

    @TempDir
    Path folder;

    private RealCabinet cabinet;

    @BeforeEach
    void start() throws IOException {
        cabinet = new RealCabinet(folder, Screens.DESKTOP);
    }

    @AfterEach
    void stop() {
        cabinet.close();
    }

    @Test
    void firstCertificate_fromTheLogin_toTheMakingOfTheKey() throws IOException {
        cabinet.logIn(NEWCOMER);
        cabinet.press("fill-first");
        cabinet.awaitStep("introduction");
        look("introduction");
        cabinet.press("begin");
        cabinet.fillIn(NEWCOMER);
        look("data");
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("documents");
        look("documents");

        cabinet.hand("statement_scan", Scans.jpeg(1750, 2400, 300));
        cabinet.hand("passport", Scans.jpeg(1750, 2400, 300));
        look("documents-there");
        cabinet.press("documents-done");
        cabinet.awaitStep("centre");
        look("centre");
        cabinet.press("centre-kazan");
        cabinet.press("send");
        cabinet.awaitStep("review");
        look("review");
        String address = cabinet.screens.browser.getCurrentUrl();

        asOperator("approve");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("visit");
        look("visit");
        asOperator("originals", "identified");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("request");
    }

    @Test
    void form_keepsWhatIsTyped_overAClosedPage_andSaysAtTheFieldWhatIsWrong() {
        cabinet.logIn(NEWCOMER);
        cabinet.press("fill-first");
        cabinet.press("begin");
        cabinet.awaitStep("data");
        String address = cabinet.screens.browser.getCurrentUrl();
        cabinet.type("givenName", "Андрей");
        cabinet.screens.offline(true);
        cabinet.element("birthPlace").click();
        cabinet.awaitText("draft-said", "не сохран");
        assertThat(cabinet.value("givenName")).isEqualTo("Андрей");
        cabinet.screens.offline(false);
        cabinet.type("surname", "Ежиков-Ёлкин");
        cabinet.type("snils", "150-150-150 94");
        cabinet.element("birthPlace").click();
        cabinet.awaitText("draft-said", "Черновик сохранён");
        await("the whole draft").atMost(PATIENCE).until(() -> draft("snils").equals("150-150-150 94"));

        cabinet.screens.browser.get("about:blank");
        cabinet.screens.browser.get(address);

        assertThat(cabinet.value("surname")).isEqualTo("Ежиков-Ёлкин");
        assertThat(cabinet.value("snils")).isEqualTo("150-150-150 94");
        assertThat(cabinet.value("givenName")).as("typed without a connection").isEqualTo("Андрей");
        cabinet.choose("documentKind", "foreign-passport");
        assertThat(cabinet.element("departmentCode").isDisplayed()).isFalse();
        assertThat(cabinet.element("citizenship").isDisplayed()).isTrue();
        cabinet.press("next");
        await("what is wrong")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cabinet.element("form-wrong").isDisplayed());
        WebElement snils = cabinet.element("snils");
        assertThat(snils.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(snils.getDomAttribute("aria-describedby")).contains("snils-wrong");
        assertThat(cabinet.value("surname")).isEqualTo("Ежиков-Ёлкин");
    }

    @Test
    void fileThatIsTooLarge_isSaidBeforeItIsSent() throws IOException {
        cabinet.logIn(NEWCOMER);
        cabinet.press("fill-first");
        cabinet.press("begin");
        cabinet.fillIn(NEWCOMER);
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("documents");
        Path large = Files.write(folder.resolve("large.jpg"), new byte[11 * 1024 * 1024]);
        cabinet.element("file-passport").sendKeys(large.toString());
        cabinet.press("send-passport");

        WebElement wrong = cabinet.screens.browser.findElement(By.cssSelector("[data-testid=upload-passport] .wrong"));
        assertThat(wrong.isDisplayed()).isTrue();
        assertThat(wrong.getText()).contains("10");
        assertThat(cabinet.screens.browser.findElements(By.cssSelector("[data-testid=upload-passport] [data-upload]")))
                .isEmpty();
    }

    /** What the server has kept of the newcomer's form. */
    private String draft(String field) {
        return cabinet.server
                .services()
                .applications()
                .ofHolder(NEWCOMER)
                .getFirst()
                .details()
                .typed()
                .get(field);
    }

    private void asOperator(String... presses) throws IOException {
        cabinet.openCase();
        look("operator-case-" + presses[0]);
        for (String each : presses) {
            cabinet.pressAll(each);
        }
        cabinet.awaitStep("queue");
    }

    private void look(String name) throws IOException {
        assertThat(cabinet.screens.look(null, "first-issue-" + name)).isEmpty();
    }
}
