// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** What all pages of the demo have: a step, test ids, notices. */
public final class Pages {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final By NOTICE = By.cssSelector("#notice:not([hidden]), [data-testid=problem]");

    private final Workplace workplace;

    /** The pages that the workplace's browser shows. */
    public Pages(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Opens an address. */
    public void open(String address) {
        workplace.browser().get(address);
    }

    /** The page's step: {@code data-step} of its body. */
    public String step() {
        return attribute("data-step");
    }

    private String attribute(String name) {
        List<WebElement> bodies = workplace.browser().findElements(By.tagName("body"));
        try {
            String value = bodies.isEmpty() ? null : bodies.getFirst().getAttribute(name);
            return value == null ? "" : value;
        } catch (StaleElementReferenceException e) {
            return ""; // The page is just being replaced.
        }
    }

    /** Whether the page shows the step; fails at once where it shows a problem instead. */
    boolean isAt(String step) {
        notice().ifPresent(notice -> {
            throw new AssertionError("the page shows a problem: " + notice);
        });
        return step().equals(step);
    }

    /** Waits for a step; fails at once where the page shows a problem instead. */
    public void awaitStep(String step) {
        Awaitility.await("page at " + step).atMost(PATIENCE).until(() -> isAt(step));
    }

    /**
     * What a page says when something did not work.
     *
     * @param code the name in the registry of error codes
     * @param lines what happened, whether anything is lost, what to do now, in the page's language
     * @param acts what its buttons do: {@code again}, {@code reload}, {@code setup}
     */
    public record Notice(String code, List<String> lines, List<String> acts) {}

    /** The notice that can be seen, if there is one. */
    public Optional<Notice> notice() {
        try {
            return workplace.browser().findElements(NOTICE).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .map(Pages::read);
        } catch (StaleElementReferenceException e) {
            return Optional.empty(); // The page is just being replaced.
        }
    }

    private static Notice read(WebElement notice) {
        List<String> lines = notice.findElements(By.cssSelector("p:not(.code)")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
        List<String> acts = notice.findElements(By.cssSelector("[data-act]")).stream()
                .filter(WebElement::isDisplayed)
                .map(act -> String.valueOf(act.getDomAttribute("data-act")))
                .toList();
        return new Notice(String.valueOf(notice.getDomAttribute("data-problem")), lines, acts);
    }

    /** Waits for a notice. */
    public Notice awaitNotice() {
        return Awaitility.await("a notice")
                .atMost(PATIENCE)
                .until(this::notice, Optional::isPresent)
                .orElseThrow();
    }

    /** Whether the page waits for a medium, and would see it come. */
    public boolean isWaitingForMedium() {
        return Boolean.TRUE.equals(workplace
                .browser()
                .executeScript("return sessionStorage.getItem('obnova-media-seen') !== null"
                        + " && document.querySelector('#notice:not([hidden]) .waiting') !== null"));
    }

    /** Presses the notice's button. */
    public void pressNotice() {
        workplace
                .browser()
                .findElement(By.cssSelector("#notice:not([hidden]) [data-act]"))
                .click();
    }

    /** The element of a test id, once it can be seen and used. */
    public WebElement element(String testId) {
        return Awaitility.await(testId)
                .atMost(PATIENCE)
                .ignoreException(NotFoundException.class)
                .until(
                        () -> workplace.browser().findElement(By.cssSelector("[data-testid=" + testId + "]")),
                        element -> element.isDisplayed() && element.isEnabled());
    }

    /** Presses a button or link, once it can be pressed. */
    public void press(String testId) {
        element(testId).click();
    }

    /** Puts a text into a field. */
    public void type(String testId, String text) {
        WebElement field = element(testId);
        field.clear();
        field.sendKeys(text);
    }

    /** Brings an element to the middle of the window. */
    public void scrollTo(String testId) {
        workplace.browser().executeScript("arguments[0].scrollIntoView({block: 'center'})", element(testId));
    }

    /** Takes a picture of the page as the window shows it. */
    public void picture(String name) {
        try {
            Files.write(
                    workplace.album().next("page-" + name), workplace.browser().getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
