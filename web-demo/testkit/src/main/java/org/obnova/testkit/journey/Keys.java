// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Person;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** What a holder does with keys outside of a renewal, on the cabinet's pages; each method ends when the page says what became of it. */
public final class Keys {
    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;
    private final Person person;
    private final SignIn signIn;

    /** The cabinet's pages of keys, for the demo's accountant. */
    public Keys(Workplace workplace, DemoServer server) {
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
        this.person = workplace.person();
        this.signIn = new SignIn(workplace, server);
    }

    /** Opens {@code keys}, {@code archive} or {@code decrypt}; logs in by phone where that is needed. */
    public void open(String page) {
        pages.open(server.cabinet() + "/" + page);
        if (signIn.isHere()) {
            signIn.byPhone(Accountant.PHONE);
        }
        pages.awaitStep(page);
    }

    /** «Добавить ключ из файла», beside whatever choice of a certificate the page has; returns what the page says then. */
    public String addFromFile() {
        pages.press("import");
        person.attendUntil("the key added", () -> !said("import-said").isEmpty());
        pages.picture("key-added");
        return said("import-said");
    }

    /** Copies the first key of the page to another medium; returns what the page says then. */
    public String backUp() {
        return act("key-backup");
    }

    /** Saves the first key of the page to a file; returns what the page says then. */
    public String export() {
        return act("key-export");
    }

    /** Gives the first key of the page another password; returns what the page says then. */
    public String changePassword() {
        return act("key-password");
    }

    private String act(String button) {
        open("keys");
        pages.press(button);
        person.attendUntil(button + " done", () -> !said("key-said").isEmpty());
        pages.picture(button);
        return said("key-said");
    }

    /** Has the certificate of that name, 64 hex digits, put where other programs find it; returns what became of each program. */
    public List<String> publish(String sha256) {
        open("keys");
        By card = By.cssSelector(".key[data-certificate='" + sha256 + "']");
        workplace.browser().findElement(card).findElement(test("key-publish")).click();
        person.attendUntil("the programs", () -> seen(test("stores")));
        pages.picture("key-publish");
        return workplace.browser().findElements(By.cssSelector("[data-testid=stores] li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The copies that were made, as the page lists them. */
    public List<String> copies() {
        open("keys");
        pages.press("copies");
        person.attendUntil("the copies", () -> seen(test("copies-list")));
        pages.picture("copies");
        return workplace.browser().findElements(By.cssSelector("[data-testid=copies-list] tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /**
     * Copies old certificates to the computer.
     *
     * @param status of those that are ticked: {@code expired}, {@code replaced} or {@code revoked}
     * @return what became of each: {@code archived}, or why it was left
     */
    public List<String> archive(String status) {
        open("archive");
        List<WebElement> ticks = workplace.browser().findElements(test("old-" + status));
        ticks.forEach(WebElement::click);
        pages.press("archive");
        person.attendUntil("the archive", () -> !said("archive-said").isEmpty());
        pages.picture("archive");
        return workplace.browser().findElements(By.cssSelector(".key[data-result]")).stream()
                .map(card -> String.valueOf(card.getDomAttribute("data-result")))
                .toList();
    }

    /** The name, 64 hex digits, of the first old certificate of that status. */
    public String old(String status) {
        open("archive");
        return String.valueOf(pages.element("old-" + status).getDomAttribute("value"));
    }

    /**
     * Decrypts a document, and has the browser save it.
     *
     * @param message a CMS EnvelopedData, named {@code <name>.p7m}
     * @return the saved file, named {@code <name>}
     */
    public Path decrypt(Path message) {
        open("decrypt");
        Path folder = workplace.kind().downloads(workplace.home());
        workplace
                .browser()
                .findElement(test("message"))
                .sendKeys(message.toAbsolutePath().toString());
        pages.press("decrypt");
        person.attendUntil("the document decrypted", () -> seen(test("decrypted")));
        pages.picture("decrypted");
        pages.press("plain");
        String name = message.getFileName().toString();
        Path saved = folder.resolve(name.substring(0, name.length() - ".p7m".length()));
        Awaitility.await("the document saved").atMost(Pages.PATIENCE).until(() -> isWhole(saved));
        return saved;
    }

    /** Firefox takes the name first, and writes into another file beside it. */
    private static boolean isWhole(Path saved) throws IOException {
        return Files.exists(saved)
                && !Files.exists(saved.resolveSibling(saved.getFileName() + ".part"))
                && Files.size(saved) > 0;
    }

    /** What a line of the page says; fails at once where the page shows a problem instead. */
    private String said(String testId) {
        try {
            pages.notice().ifPresent(notice -> {
                throw new AssertionError("the page shows a problem: " + notice);
            });
            return workplace.browser().findElements(test(testId)).stream()
                    .map(WebElement::getText)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (StaleElementReferenceException e) {
            return ""; // The page is just being replaced.
        }
    }

    private boolean seen(By element) {
        pages.notice().ifPresent(notice -> {
            throw new AssertionError("the page shows a problem: " + notice);
        });
        return workplace.browser().findElements(element).stream().anyMatch(WebElement::isDisplayed);
    }

    private static By test(String id) {
        return By.cssSelector("[data-testid=" + id + "]");
    }
}
