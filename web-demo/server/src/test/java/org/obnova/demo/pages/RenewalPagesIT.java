// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.media.Medium;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The renewal's pages in headless Chromium, with a script in the extension's place: what a person presses, and where it leads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalPagesIT {
    private PreparedSites demo;
    private ChromeDriver browser;

    @BeforeAll
    void start() throws IOException {
        demo = new PreparedSites();
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        browser = new ChromeDriver(options);
        ExtensionScript.install(browser);
        browser.get(demo.sites.cabinet() + "/sign-in");
        type("phone", "+7 900 000-00-01");
        press("get-code");
        type("code", PreparedSites.CODE);
        press("login");
    }

    @AfterAll
    void stop() {
        browser.quit();
        demo.close();
    }

    @BeforeEach
    void forget() {
        demo.applications.clear();
        browser.executeScript("sessionStorage.clear()");
    }

    @Test
    void renewal_goesFromTheOldCertificateToTheBackup() {
        browser.get(demo.sites.cabinet() + "/renewals/new?certificate=" + PreparedPeople.DUE);
        press("begin");
        awaitStep("data");
        press("data-consent");
        press("confirm-data");
        awaitStep("statement");
        press("sign-statement");
        awaitStep("request");
        awaitShown("medium-computer");
        press("medium-removable");
        press("consent");
        press("issue");
        awaitStep("issuing");
        assertThat(lastCall("request.create"))
                .contains("\"storage\":\"stick\"")
                .contains("\"replaces\":\"" + PreparedPeople.DUE);
        demo.applications.issue("introduction-anna");
        awaitStep("receipt");
        press("sign-receipt");
        awaitStep("install");
        press("install");
        awaitStep("done");
        press("backup");
        await().until(() -> state().equals("backed-up"));
        assertThat(browser.findElement(testId("backup-state")).getText()).isEqualTo("сделана и проверена");
    }

    @Test
    void cancelledWindow_saysSoInThreeLines_andThePageStaysUsable() {
        open(ApplicationState.STATEMENT);
        refuse("document.sign", "cancelled");
        press("sign-statement");
        awaitShown("notice");
        assertThat(browser.findElement(testId("notice")).getText())
                .contains("Действие отменено.", "Ничего не потеряно.", "Начните снова.", "1001 cancelled");
        assertThat(browser.findElements(By.cssSelector("#notice p:not(.code)"))).hasSize(3);
        assertThat(step()).isEqualTo("statement");
        browser.findElement(By.cssSelector("#notice button")).click();
        awaitStep("request");
    }

    @Test
    void cancelOnThePage_endsTheWaiting_withoutAnError() {
        open(ApplicationState.STATEMENT);
        refuse("document.sign", "silence");
        press("sign-statement");
        awaitShown("progress");
        await().until(() -> browser.findElement(testId("progress")).getText().contains("Датчик случайных чисел"));
        press("cancel");
        await().until(() -> !browser.findElement(testId("progress")).isDisplayed());
        assertThat(browser.findElement(testId("notice")).isDisplayed()).isFalse();
        press("sign-statement");
        awaitStep("request");
    }

    @Test
    void tokenPulledAtAnyStep_isAwaited_whereTheSiteMaySeeMedia() {
        PreparedMedia.plug(browser, PreparedMedia.COMPUTER);
        browser.executeScript("sessionStorage.setItem('obnova-media-seen', 'yes')");
        open(ApplicationState.INSTALL);
        refuse("certificate.install", "token_removed");
        press("install");
        awaitShown("waiting-for-token");
        await().until(() -> !lastCall("storages.list").equals("none"));
        PreparedMedia.plug(browser, PreparedMedia.COMPUTER, PreparedMedia.LITE);
        awaitStep("done");
    }

    @Test
    void tokenPulled_whereTheSiteNeverSawMedia_isReportedByHand_andNoQuestionSurprises() {
        open(ApplicationState.INSTALL);
        refuse("certificate.install", "token_removed");
        press("install");
        awaitShown("notice");
        assertThat(lastCall("storages.list")).isEqualTo("none");
        browser.findElement(By.cssSelector("#notice [data-act=wait]")).click();
        awaitStep("done");
    }

    /** Its key has taken the room: the only token that is accepted cannot be chosen any more, and need not be. */
    @Test
    void renewalThatBeganOnATokenWhichIsFullNow_goesOn() {
        String id =
                demo.applications.in(ApplicationState.REQUEST, PreparedPeople.DECLARANT, PreparedPeople.OF_DECLARANT);
        demo.applications.lieOn(id, new Medium("token", "rutoken-lite", "passive", "Рутокен Lite"));
        PreparedMedia.plug(browser, PreparedMedia.LITE.replace("ready", "full"));
        browser.executeScript(
                "sessionStorage.setItem('renewals', JSON.stringify([{renewal: 'r7', application: arguments[0], state: 'key-made'}]))",
                id);
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        press("holder-here");
        awaitShown("medium-token");
        assertThat(browser.findElement(testId("medium-token")).isEnabled()).isFalse();
        press("consent");
        press("issue");
        awaitStep("issuing");
        assertThat(lastCall("renewal.resume")).contains("\"renewal\":\"r7\"");
        assertThat(lastCall("request.create")).isEqualTo("none");
    }

    @Test
    void keyThatCannotBeCopied_offersNoSecondTry() {
        open(ApplicationState.DONE);
        refuse("container.copy", "key_not_exportable");
        press("backup");
        awaitShown("notice");
        assertThat(browser.findElements(By.cssSelector("#notice .actions > *")))
                .extracting(choice -> choice.getText())
                .containsExactly("К заявкам");
    }

    @Test
    void missingApplication_leadsToItsDownload_andBack() {
        String id = open(ApplicationState.INSTALL);
        refuse("certificate.install", "host_missing");
        press("install");
        awaitShown("notice");
        assertThat(browser.findElement(testId("setup")).getText()).isEqualTo("Скачать приложение");
        press("setup");
        awaitStep("setup");
        press("setup-back");
        awaitStep("install");
        assertThat(browser.getCurrentUrl()).endsWith("/applications/" + id);
    }

    @Test
    void issue_withoutConsent_pointsToTheTick_andAsksTheApplicationForNothing() {
        open(ApplicationState.REQUEST);
        awaitShown("medium-computer");
        press("issue");
        assertThat(browser.findElement(testId("consent-wrong")).isDisplayed()).isTrue();
        assertThat(browser.switchTo().activeElement().getDomAttribute("data-testid"))
                .isEqualTo("consent");
        assertThat(lastCall("request.create")).isEqualTo("none");
    }

    @Test
    void protectedMedium_isShownButCannotBeChosen() {
        open(ApplicationState.REQUEST);
        awaitShown("medium-computer");
        List<Boolean> usable = browser.findElements(testId("medium-removable")).stream()
                .map(medium -> medium.isEnabled())
                .toList();
        assertThat(usable).containsExactly(true, false);
        assertThat(browser.findElement(testId("media")).getText()).contains("защищён от записи");
    }

    @Test
    void statement_isSignedFromTheKeyboardAlone() {
        open(ApplicationState.STATEMENT);
        for (int i = 0; i < 30 && !focused("sign-statement"); i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        assertThat(focused("sign-statement")).isTrue();
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitStep("request");
    }

    @Test
    void staleStep_offersTheFreshPage() {
        String id = open(ApplicationState.STATEMENT);
        demo.applications.go(id, ApplicationState.STATEMENT, ApplicationState.REQUEST);
        press("sign-statement");
        awaitShown("notice");
        assertThat(browser.findElement(testId("notice")).getDomAttribute("data-problem"))
                .isEqualTo("step_out_of_order");
        browser.findElement(By.cssSelector("#notice button")).click();
        awaitStep("request");
    }

    private String open(ApplicationState state) {
        String id = demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        return id;
    }

    private void refuse(String method, String name) {
        browser.executeScript(
                "sessionStorage.setItem('refuse', JSON.stringify({method: arguments[0], name: arguments[1]}))",
                method,
                name);
    }

    private String lastCall(String method) {
        return Objects.requireNonNull((String) browser.executeScript(
                "return JSON.stringify(JSON.parse(sessionStorage.getItem('calls') ?? '[]').findLast((call) => call.method === arguments[0]) ?? 'none').replaceAll('\"none\"', 'none')",
                method));
    }

    private boolean focused(String testId) {
        return testId.equals(browser.switchTo().activeElement().getDomAttribute("data-testid"));
    }

    private String step() {
        return Objects.requireNonNull(browser.findElement(By.tagName("body")).getDomAttribute("data-step"));
    }

    private String state() {
        return Objects.requireNonNull(browser.findElement(By.tagName("body")).getDomAttribute("data-state"));
    }

    private void awaitStep(String step) {
        await().ignoreExceptions().until(() -> step().equals(step));
    }

    private void awaitShown(String testId) {
        await().ignoreExceptions()
                .until(() -> browser.findElement(testId(testId)).isDisplayed());
    }

    private void press(String testId) {
        browser.findElement(testId(testId)).click();
    }

    private void type(String testId, String text) {
        browser.findElement(testId(testId)).sendKeys(text);
    }

    private static By testId(String name) {
        return By.cssSelector("[data-testid='" + name + "']");
    }
}
