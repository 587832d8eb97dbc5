// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Objects;
import org.obnova.demo.enrolment.ApplicationState;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium in which Anna is logged in at the cabinet, with a script in the extension's place. */
final class CabinetBrowser implements AutoCloseable {
    final PreparedSites demo = new PreparedSites();
    final ChromeDriver browser;

    CabinetBrowser() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        browser = new ChromeDriver(options);
        ExtensionScript.install(browser);
        open("/sign-in");
        element("phone").sendKeys("+7 900 000-00-01");
        press("get-code");
        element("code").sendKeys(PreparedSites.CODE);
        press("login");
    }

    @Override
    public void close() {
        browser.quit();
        demo.close();
    }

    /** As if nothing had happened before. */
    void forget() {
        demo.applications.clear();
        browser.executeScript("sessionStorage.clear()");
    }

    void open(String path) {
        browser.get(demo.sites.cabinet() + path);
    }

    /** Opens an application of hers. */
    String open(ApplicationState state) {
        String id = demo.applications.in(state, PreparedPeople.ANNA, PreparedPeople.DUE);
        open("/applications/" + id);
        return id;
    }

    /** What the next call of that method meets. */
    void refuse(String method, String name) {
        browser.executeScript(
                "sessionStorage.setItem('refuse', JSON.stringify({method: arguments[0], name: arguments[1]}))",
                method,
                name);
    }

    /** The renewals that the application on the computer knows, as JSON. */
    void knowsRenewals(String json) {
        browser.executeScript("sessionStorage.setItem('renewals', arguments[0])", json);
    }

    String lastCall(String method) {
        return Objects.requireNonNull((String) browser.executeScript(
                "return JSON.stringify(JSON.parse(sessionStorage.getItem('calls') ?? '[]').findLast((call) => call.method === arguments[0]) ?? 'none').replaceAll('\"none\"', 'none')",
                method));
    }

    WebElement element(String testId) {
        return browser.findElement(testId(testId));
    }

    boolean has(String testId) {
        return !browser.findElements(testId(testId)).isEmpty();
    }

    void press(String testId) {
        element(testId).click();
    }

    String step() {
        return Objects.requireNonNull(browser.findElement(By.tagName("body")).getDomAttribute("data-step"));
    }

    void awaitStep(String step) {
        await().ignoreExceptions().until(() -> step().equals(step));
    }

    void awaitShown(String testId) {
        await().ignoreExceptions().until(() -> element(testId).isDisplayed());
    }

    void awaitText(String testId, String text) {
        await().ignoreExceptions().until(() -> element(testId).getText().contains(text));
    }

    static By testId(String name) {
        return By.cssSelector("[data-testid='" + name + "']");
    }
}
