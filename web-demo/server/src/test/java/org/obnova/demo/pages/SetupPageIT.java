// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The setup page in headless Chromium, with a script in the place of extension and application (S3, S4, S26, S27). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetupPageIT {
    private PreparedSites demo;
    private ChromeDriver browser;
    private String script = "";

    @BeforeAll
    void start() throws IOException {
        demo = new PreparedSites();
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        browser = new ChromeDriver(options);
    }

    @AfterAll
    void stop() {
        browser.quit();
        demo.close();
    }

    @BeforeEach
    void install() throws IOException {
        script = ExtensionScript.install(browser);
    }

    @AfterEach
    void forget() {
        browser.executeScript("sessionStorage.clear(); localStorage.clear()");
        ExtensionScript.remove(browser, script);
    }

    @Test
    void nothingInstalled_offersWhatFits_andNoticesTheExtensionByItself() throws IOException {
        ExtensionScript.remove(browser, script);
        browser.get(demo.sites.cabinet() + "/setup?back=/sign-in");
        awaitText("setup-extension", "не найдено");
        assertThat(element("setup-host").getText()).isEqualTo("не проверено");
        assertThat(element("get-zip").isDisplayed()).isTrue();
        assertThat(element("get-application").isDisplayed()).isFalse();
        assertThat(element("checking").isDisplayed()).isFalse();
        // What the browser does when the extension was installed under an open page.
        try (InputStream source = Objects.requireNonNull(SetupPageIT.class.getResourceAsStream("extension.js"))) {
            browser.executeScript(new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
        browser.executeScript("document.documentElement.setAttribute('data-obnova-extension', '0.1.0')");
        awaitShown("checking");
        assertThat(element("setup-extension").getText()).isEqualTo("готово");
        assertThat(element("get-extension").isDisplayed()).isFalse();
        assertThat(element("setup-back").getDomAttribute("href")).isEqualTo(demo.sites.cabinet() + "/sign-in");
        install();
    }

    @Test
    void hostMissing_offersThePackagesOfThisSystem_andNoticesTheHostByItself() {
        open();
        refuse("hello", "host_missing");
        open();
        awaitText("setup-host", "не найдено");
        assertThat(element("get-deb").isDisplayed()).isTrue();
        assertThat(element("get-rpm").isDisplayed()).isTrue();
        assertThat(element("get-msi").isDisplayed()).isFalse();
        assertThat(element("command-deb").getText()).isEqualTo("sudo apt install ./obnova_0.1.0_amd64.deb");
        assertThat(element("setup-extension").getText()).isEqualTo("установлено");
        awaitText("setup-host", "готово");
        assertThat(element("get-application").isDisplayed()).isFalse();
        awaitShown("checking");
    }

    @Test
    void check_namesWhatIsWrong_first_andSaysWhoseItIs() {
        check();
        assertThat(components())
                .startsWith("host-manifest.firefox", "roots.nss.shared", "pcscd")
                .contains("host-manifest.chromium", "clock", "policy.chromium")
                .doesNotContain("roots.windows");
        assertThat(element("component-pcscd").getText()).contains("неисправно", "Служба pcscd остановлена.");
        assertThat(element("component-policy.chromium").getText()).contains("настраивает администратор");
        assertThat(element("summary").getText()).isEqualTo("Требует внимания: 3. Остальное готово.");
        assertThat(element("command").getText())
                .isEqualTo("sudo obnova-host workstation install --system --service extern");
        assertThat(element("finished").isDisplayed()).isFalse();
        assertThat(state()).isEqualTo("setup");
    }

    @Test
    void configure_doesThePersonsPart_mendsWhatCanBeMended_andEnds() {
        check();
        press("configure");
        awaitShown("finished");
        assertThat(lastCall("workstation.install"))
                .contains("\"targets\":[\"host-manifest.firefox\",\"roots.nss.shared\"]", "\"service\":\"extern\"");
        assertThat(calls("diagnostics.run")).anyMatch(call -> call.contains("\"repair\":[\"pcscd\"]"));
        assertThat(state()).isEqualTo("done");
        assertThat(browser.switchTo().activeElement().getDomAttribute("data-testid"))
                .isEqualTo("finished");
        assertThat(element("setting-up").isDisplayed()).isFalse();
        assertThat(element("continue").getDomAttribute("href")).isEqualTo(demo.sites.extern() + "/");
        assertThat(element("get-certificate").getDomAttribute("href")).isEqualTo(demo.sites.cabinet() + "/");
    }

    @Test
    void byHand_onlyWhatIsTickedIsDone() {
        check();
        press("manual");
        press("begin");
        awaitShown("none-ticked", By.id("none-ticked"));
        assertThat(calls("workstation.install")).isEmpty();
        browser.findElement(By.cssSelector("#ticks input[value='roots.nss.shared']"))
                .click();
        press("begin");
        awaitText("summary", "Настроить удалось не всё");
        assertThat(lastCall("workstation.install")).contains("\"targets\":[\"roots.nss.shared\"]");
        assertThat(calls("diagnostics.run")).noneMatch(call -> call.contains("repair"));
        assertThat(element("finished").isDisplayed()).isFalse();
        assertThat(element("component-roots.nss.shared").getText()).contains("готово");
    }

    @Test
    void restart_isAskedForOnlyWhereNeeded_andThePageGoesOnByItself() {
        check();
        browser.executeScript("sessionStorage.setItem('restart', 'browser')");
        press("configure");
        awaitShown("restart");
        assertThat(element("restart").getText()).contains("Перезапустите браузер", "продолжит сама");
        assertThat(element("restart-now").isDisplayed()).isFalse();
        assertThat(element("finished").isDisplayed()).isFalse();
        assertThat(state()).isEqualTo("restart");
        open();
        awaitShown("finished");
        open();
        awaitShown("checking");
        assertThat(state()).as("what was finished is not begun again").isEqualTo("check");
    }

    @Test
    void computer_isRestartedFromThePage_whereTheApplicationSaysSo_andThePageGoesOnByItself() {
        check();
        browser.executeScript("sessionStorage.setItem('upgraded', 'yes'); sessionStorage.setItem('lacks', '[]')");
        press("check");
        awaitShown("restart-now");
        assertThat(element("restart").getText()).contains("Перезагрузите компьютер", "Сохраните открытые документы");
        assertThat(element("finished").isDisplayed()).isFalse();
        refuse("workstation.restart", "cancelled");
        press("restart-now");
        awaitText("restart-said", "когда будет удобно");
        press("restart-now");
        awaitText("restart-said", "Компьютер перезагружается");
        assertThat(calls("workstation.restart")).hasSize(2);
        // What the computer is like when it was started anew.
        browser.executeScript("sessionStorage.removeItem('upgraded')");
        open();
        awaitShown("finished");
        assertThat(element("restart").isDisplayed()).isFalse();
    }

    @Test
    void cancel_endsWhatRuns_andEverythingCanBeTriedAgain() {
        check();
        refuse("workstation.install", "silence");
        press("configure");
        awaitShown("progress");
        press("cancel");
        await().until(() -> !element("progress").isDisplayed());
        assertThat(element("notice").isDisplayed()).isFalse();
        press("configure");
        awaitShown("finished");
    }

    @Test
    void refusal_isThreeLines_withAWayToTryAgain() {
        open();
        awaitShown("checking");
        refuse("workstation.check", "consent_refused");
        press("check");
        awaitShown("notice");
        assertThat(browser.findElements(By.cssSelector("#notice p:not(.code)"))).hasSize(3);
        browser.findElement(By.cssSelector("#notice [data-act=again]")).click();
        awaitShown("components");
    }

    @Test
    void otherService_isChosenAmongThoseOfTheApplication() {
        check();
        element("service").findElement(By.cssSelector("option[value=customs]")).click();
        assertThat(element("check").getText()).isEqualTo("Проверить для «Таможня»");
        press("check");
        await().until(() -> lastCall("workstation.check").contains("\"service\":\"customs\""));
    }

    @Test
    void oldProvider_isToBeUpgraded_andStopsNobody() {
        open();
        awaitShown("checking");
        browser.executeScript("sessionStorage.setItem('provider', 'Версия 4.0 R3.')");
        press("check");
        awaitShown("components");
        assertThat(element("component-provider").getText())
                .contains("требует внимания", "Обновите до версии 4.0 R4.", "понадобится перезагрузка");
        press("configure");
        awaitShown("finished");
    }

    @Test
    void whatTheServiceDoesWithout_isShown_andStopsNobody() {
        open();
        awaitShown("checking");
        browser.executeScript("sessionStorage.setItem('module', 'lost'); sessionStorage.setItem('lacks', '[]')");
        press("check");
        awaitShown("finished");
        assertThat(element("component-module.lost").getText()).contains("сервису не нужно", "Переустановите его.");
    }

    @Test
    void whatNobodyHereCanMend_isSaid_andTheWayOnStaysOpen() {
        open();
        awaitShown("checking");
        browser.executeScript("sessionStorage.setItem('lacks', '[\"pcscd-broken\"]')");
        press("check");
        awaitShown("left", By.id("left"));
        assertThat(element("finished").isDisplayed()).isFalse();
        assertThat(element("setting-up").isDisplayed()).isFalse();
        assertThat(browser.findElement(By.cssSelector("#left a")).getDomAttribute("href"))
                .isEqualTo(demo.sites.extern() + "/");
    }

    @Test
    void fileReportAndUndo_areAtHand() {
        check();
        element("more").findElement(By.tagName("summary")).click();
        press("file");
        awaitText("said", "obnova-setup.sh");
        assertThat(lastCall("workstation.check")).contains("\"file\":true");
        press("report");
        awaitText("said", "obnova-report.zip");
        press("configure");
        awaitShown("finished");
        press("undo");
        awaitText("said", "Настройка отменена");
        assertThat(lastCall("workstation.uninstall")).contains("\"service\":\"extern\"");
        assertThat(element("finished").isDisplayed()).isFalse();
    }

    private void check() {
        open();
        awaitShown("checking");
        press("check");
        awaitShown("setting-up");
    }

    private void open() {
        browser.get(demo.sites.setup() + "/");
    }

    private void refuse(String method, String name) {
        browser.executeScript(
                "sessionStorage.setItem('refuse', JSON.stringify({method: arguments[0], name: arguments[1]}))",
                method,
                name);
    }

    private List<String> calls(String method) {
        Object calls = browser.executeScript(
                "return JSON.parse(sessionStorage.getItem('calls') ?? '[]').filter((call) => call.method === arguments[0]).map((call) => JSON.stringify(call.params))",
                method);
        return ((List<?>) Objects.requireNonNull(calls))
                .stream().map(String::valueOf).toList();
    }

    private String lastCall(String method) {
        return calls(method).isEmpty() ? "none" : calls(method).getLast();
    }

    private List<String> components() {
        return element("components").findElements(By.tagName("li")).stream()
                .map(item -> String.valueOf(item.getDomAttribute("data-component")))
                .toList();
    }

    private String state() {
        return String.valueOf(browser.findElement(By.tagName("body")).getDomAttribute("data-state"));
    }

    private WebElement element(String testId) {
        return browser.findElement(CabinetBrowser.testId(testId));
    }

    private void press(String testId) {
        element(testId).click();
    }

    private void awaitShown(String testId) {
        awaitShown(testId, CabinetBrowser.testId(testId));
    }

    private void awaitShown(String what, By element) {
        await(what).ignoreExceptions().until(() -> browser.findElement(element).isDisplayed());
    }

    private void awaitText(String testId, String text) {
        await(testId).ignoreExceptions().until(() -> element(testId).getText().contains(text));
    }
}
