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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.web.Site;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A day of the authority's people in a browser: clerk, operator, officer, auditor; the queue by its keys; on each page no rule of accessibility is broken. */
class ConsoleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
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
    void clerkOperatorOfficerAndAuditor_eachDoTheirs() throws IOException {
        clerk();
        operator();
        officer();
        auditor();
        assertThat(complaints).isEmpty();
    }

    private void clerk() throws IOException {
        signIn("clerk");
        create("Журавлёв");
        press("bill");
        awaitThere("paid");
        awaitFocus("counter");
        look("clerk-unpaid");
        press("paid");
        awaitThere("token-bought");
        press("token-bought");
        awaitThere("serial");
        element("serial").sendKeys("RT-0001");
        press("hand-out");
        awaitState("token", "data-token-state", "handed-out");
        look("clerk-token");
        create("Кораблёва");
        queueByKeys();
        signOut();
    }

    /** The queue, without a mouse: down and up, help, open, back to the same row. */
    private void queueByKeys() throws IOException {
        screens.browser.get(home());
        element("filter-stage").findElement(By.cssSelector("[value=BEGUN]")).click();
        press("filter");
        awaitBody("data-state", "begun");
        await("the page, whole")
                .atMost(PATIENCE)
                .until(() -> "complete".equals(screens.browser.executeScript("return document.readyState")));
        look("clerk-queue");
        List<WebElement> rows = rows();
        String second = Objects.requireNonNull(rows.get(1).getDomProperty("href"));
        screens.browser.executeScript("arguments[0].focus()", rows.getFirst());
        active().sendKeys("j");
        assertThat(active().getDomProperty("href")).isEqualTo(second);
        active().sendKeys("k");
        active().sendKeys(Keys.ARROW_DOWN);
        assertThat(active().getDomProperty("href")).isEqualTo(second);
        active().sendKeys("?");
        await("the help").atMost(PATIENCE).until(() -> element("keys-dialog").isDisplayed());
        look("keys");
        active().sendKeys(Keys.ESCAPE);
        await("the help is gone")
                .atMost(PATIENCE)
                .until(() -> !element("keys-dialog").isDisplayed());
        assertThat(active().getDomProperty("href")).isEqualTo(second);
        element("filter-text").sendKeys("j?");
        assertThat(element("filter-text").getDomProperty("value")).isEqualTo("j?");
        screens.browser.executeScript("arguments[0].focus()", rows.get(1));
        active().sendKeys(Keys.ENTER);
        await("the case").atMost(PATIENCE).until(() -> second.equals(screens.browser.getCurrentUrl()));
        screens.browser.get(home());
        await("the same row")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> second.equals(active().getDomProperty("href")));
    }

    private void operator() throws IOException {
        signIn("operator");
        find("Мясоедов");
        awaitThere("certificate");
        press("certificate");
        awaitThere("suspend");
        look("operator-certificate");
        press("suspend");
        awaitThere("resume");
        awaitFocus("standing");
        screens.view(Screens.PHONE, 800);
        look("operator-suspended-phone");
        screens.view(Screens.DESKTOP, 900);
        press("resume");
        awaitThere("replace");
        press("replace");
        awaitThere("replace-ordered");
        element("revoke-reason")
                .findElement(By.cssSelector("[value=SUPERSEDED]"))
                .click();
        press("revoke");
        awaitBody("data-state", "revoked");
        look("operator-revoked");
        signOut();
    }

    private void officer() throws IOException {
        signIn("officer");
        find("Журавлёв");
        assertThat(has("person-found")).isFalse();
        find("Кораблёва");
        awaitThere("person-found");
        assertThat(has("create")).isFalse();
        look("officer-people");
        signOut();
    }

    private void auditor() throws IOException {
        signIn("auditor");
        press("nav-audit");
        awaitThere("audit");
        assertThat(element("audit").getText()).contains("clerk:clerk", "operator:operator", "officer:officer");
        look("auditor-log");
        screens.view(Screens.PHONE, 800);
        look("auditor-log-phone");
        screens.browser.get(home());
        look("auditor-queue-phone");
    }

    private void create(String surname) {
        find(surname);
        awaitThere("create");
        press("create");
        awaitThere("invoice");
    }

    private void find(String surname) {
        screens.browser.get(home() + "people");
        element("people-text").clear();
        element("people-text").sendKeys(surname);
        press("people-find");
        // The value as the server wrote it: what is typed does not change it.
        await(surname)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> surname.equals(element("people-text").getDomAttribute("value")));
    }

    private void signIn(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/handout/" + name + "-password.txt"));
        screens.browser.get(home());
        element("operator-name").sendKeys(lines.get(0));
        element("operator-password").sendKeys(lines.get(1));
        press("operator-sign-in");
        awaitThere("nav-queue");
    }

    private String home() {
        return server.sites().of(Site.OPERATOR) + "/";
    }

    private void look(String as) throws IOException {
        complaints.addAll(screens.look(null, "console-" + as));
    }

    private List<WebElement> rows() {
        return screens.browser.findElements(By.cssSelector("[data-testid=case]"));
    }

    private WebElement active() {
        return screens.browser.switchTo().activeElement();
    }

    private void awaitFocus(String id) {
        await(id).atMost(PATIENCE).ignoreExceptions().until(() -> id.equals(active().getDomAttribute("id")));
    }

    private void awaitBody(String attribute, String value) {
        await(value)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> value.equals(
                        screens.browser.findElement(By.tagName("body")).getDomAttribute(attribute)));
    }

    private void signOut() {
        press("sign-out");
        awaitBody("data-step", "sign-in");
    }

    private WebElement element(String testId) {
        return screens.browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
    }

    private boolean has(String testId) {
        return !screens.browser
                .findElements(By.cssSelector("[data-testid='" + testId + "']"))
                .isEmpty();
    }

    private void press(String testId) {
        element(testId).click();
    }

    private void awaitThere(String testId) {
        await(testId).atMost(PATIENCE).until(() -> has(testId));
    }

    private void awaitState(String testId, String attribute, String value) {
        await(value)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> value.equals(element(testId).getDomAttribute(attribute)));
    }
}
