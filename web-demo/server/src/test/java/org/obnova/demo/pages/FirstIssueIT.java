// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.web.Site;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The first certificate of somebody who has none, in a browser, with the real server and its registers: the form that keeps what is typed, the statement on paper, the
 * uploads, the centre, the operator who approves and who meets the person, up to where the key is made.
 */
class FirstIssueIT {
    private static final String PHONE = "+79000000005";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Wiring server;
    private Screens screens;

    @BeforeEach
    void start() throws IOException {
        server = Wiring.start(
                new Wiring.Settings(0, folder.resolve("data"), CaProfile.EC, Duration.ZERO, List.of()),
                InstantSource.system(),
                new SecureRandom());
        screens = new Screens();
        screens.view(Screens.DESKTOP, 900);
    }

    @AfterEach
    void stop() {
        screens.close();
        server.close();
    }

    @Test
    void firstCertificate_fromTheLogin_toTheMakingOfTheKey() throws IOException {
        logIn();
        press("fill-first");
        awaitStep("introduction");
        look("introduction");
        press("begin");
        fillIn();
        look("data");
        press("data-consent");
        press("confirm-data");
        awaitStep("documents");
        look("documents");

        hand("statement_scan", Scans.jpeg(1750, 2400, 300));
        hand("passport", Scans.jpeg(1750, 2400, 300));
        look("documents-there");
        press("documents-done");
        awaitStep("centre");
        look("centre");
        press("centre-kazan");
        press("send");
        awaitStep("review");
        look("review");
        String address = screens.browser.getCurrentUrl();

        asOperator("approve");
        screens.browser.get(address);
        awaitStep("visit");
        look("visit");
        asOperator("originals", "identified");
        screens.browser.get(address);
        awaitStep("request");
    }

    @Test
    void form_keepsWhatIsTyped_overAClosedPage_andSaysAtTheFieldWhatIsWrong() {
        logIn();
        press("fill-first");
        press("begin");
        awaitStep("data");
        String address = screens.browser.getCurrentUrl();
        type("surname", "Ежиков-Ёлкин");
        type("snils", "150-150-150 94");
        element("birthPlace").click();
        await("draft")
                .atMost(PATIENCE)
                .until(() -> !element("draft-said").getText().isEmpty());

        screens.browser.get("about:blank");
        screens.browser.get(address);

        assertThat(value("surname")).isEqualTo("Ежиков-Ёлкин");
        assertThat(value("snils")).isEqualTo("150-150-150 94");
        choose("documentKind", "foreign-passport");
        assertThat(element("departmentCode").isDisplayed()).isFalse();
        assertThat(element("citizenship").isDisplayed()).isTrue();
        press("next");
        await("what is wrong")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> element("form-wrong").isDisplayed());
        WebElement snils = element("snils");
        assertThat(snils.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(snils.getDomAttribute("aria-describedby")).contains("snils-wrong");
        assertThat(value("surname")).isEqualTo("Ежиков-Ёлкин");
    }

    @Test
    void fileThatIsTooLarge_isSaidBeforeItIsSent() throws IOException {
        logIn();
        press("fill-first");
        press("begin");
        fillIn();
        press("data-consent");
        press("confirm-data");
        awaitStep("documents");
        Path large = Files.write(folder.resolve("large.jpg"), new byte[11 * 1024 * 1024]);
        element("file-passport").sendKeys(large.toString());
        press("send-passport");

        WebElement wrong = screens.browser.findElement(By.cssSelector("[data-testid=upload-passport] .wrong"));
        assertThat(wrong.isDisplayed()).isTrue();
        assertThat(wrong.getText()).contains("10");
        assertThat(screens.browser.findElements(By.cssSelector("[data-testid=upload-passport] [data-upload]")))
                .isEmpty();
    }

    /** What is true of the newcomer; the tax service knows the INN. */
    private void fillIn() {
        awaitStep("data");
        Map<String, String> papers = new LinkedHashMap<>(PersonForm.of(DemoPapers.of(
                                server.services().holders().byId("yozhikov").orElseThrow())
                        .person())
                .fields());
        String inn = papers.remove("inn");
        papers.remove("citizenship");
        papers.forEach(this::put);
        press("load-inn");
        await("the tax service")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> value("inn").equals(inn));
        press("next");
        await("the data to confirm").atMost(PATIENCE).until(() -> has("confirm-data"));
    }

    private void put(String field, String text) {
        WebElement element = element(field);
        if (element.getTagName().equals("select")) {
            choose(field, text);
        } else if ("date".equals(element.getDomAttribute("type"))) {
            // What a person types into it depends on the browser's language; what is kept does not.
            screens.browser.executeScript(
                    "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    element,
                    text);
        } else {
            type(field, text);
        }
    }

    private void choose(String field, String value) {
        element(field)
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    private void hand(String kind, byte[] scan) throws IOException {
        Path file = Files.write(folder.resolve(kind + ".jpg"), scan);
        element("file-" + kind).sendKeys(file.toString());
        press("send-" + kind);
        By there = By.cssSelector("[data-testid=upload-" + kind + "] [data-upload]");
        await(kind)
                .atMost(PATIENCE)
                .until(() -> !screens.browser.findElements(there).isEmpty());
    }

    private void asOperator(String... presses) throws IOException {
        screens.browser.get(server.sites().of(Site.OPERATOR) + "/");
        if (has("operator-sign-in")) {
            List<String> lines = Files.readAllLines(folder.resolve("data/handout/operator-password.txt"));
            type("operator-name", lines.getFirst());
            type("operator-password", lines.get(1));
            press("operator-sign-in");
        }
        await("the case").atMost(PATIENCE).until(() -> has("case"));
        press("case");
        look("operator-case-" + presses[0]);
        for (String each : presses) {
            press(each);
        }
    }

    private void logIn() {
        screens.browser.get(server.sites().cabinet() + "/sign-in");
        type("phone", PHONE);
        press("get-code");
        await("the code").atMost(PATIENCE).until(() -> has("code"));
        String caller = server.services().inbox().latestTo(PHONE, 1).getFirst().from();
        String digits = caller.replaceAll("\\D", "");
        type("code", digits.substring(digits.length() - 4));
        press("login");
        await("the list").atMost(PATIENCE).until(() -> has("fill-first"));
    }

    private void look(String name) throws IOException {
        assertThat(screens.look(null, "first-issue-" + name)).isEmpty();
    }

    private void awaitStep(String step) {
        await(step)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> step.equals(
                        screens.browser.findElement(By.tagName("body")).getDomAttribute("data-step")));
    }

    private boolean has(String testId) {
        return !screens.browser
                .findElements(By.cssSelector("[data-testid='" + testId + "']"))
                .isEmpty();
    }

    private WebElement element(String testId) {
        return screens.browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
    }

    private String value(String testId) {
        return String.valueOf(element(testId).getDomProperty("value"));
    }

    private void press(String testId) {
        element(testId).click();
    }

    private void type(String testId, String text) {
        element(testId).clear();
        element(testId).sendKeys(text);
    }
}
