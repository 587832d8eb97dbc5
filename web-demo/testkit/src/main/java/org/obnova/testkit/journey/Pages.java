// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** What all pages of the demo have: a step, test ids, notices. */
final class Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Workplace workplace;

    Pages(Workplace workplace) {
        this.workplace = workplace;
    }

    void open(String address) {
        workplace.browser().get(address);
    }

    /** The page's step: {@code data-step} of its body. */
    String step() {
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
        String problem = problem();
        if (!problem.isEmpty()) {
            throw new AssertionError("the page shows a problem: " + problem);
        }
        return step().equals(step);
    }

    void awaitStep(String step) {
        Awaitility.await("page at " + step).atMost(PATIENCE).until(() -> isAt(step));
    }

    /** The text of the notice or problem that can be seen, empty where there is none. */
    String problem() {
        try {
            return workplace
                    .browser()
                    .findElements(By.cssSelector("#notice:not([hidden]), [data-testid=problem]"))
                    .stream()
                    .map(WebElement::getText)
                    .findFirst()
                    .orElse("");
        } catch (StaleElementReferenceException e) {
            return ""; // The page is just being replaced.
        }
    }

    WebElement element(String testId) {
        return Awaitility.await(testId)
                .atMost(PATIENCE)
                .ignoreException(NotFoundException.class)
                .until(
                        () -> workplace.browser().findElement(By.cssSelector("[data-testid=" + testId + "]")),
                        element -> element.isDisplayed() && element.isEnabled());
    }

    void press(String testId) {
        element(testId).click();
    }

    void type(String testId, String text) {
        WebElement field = element(testId);
        field.clear();
        field.sendKeys(text);
    }

    void picture(String name) {
        try {
            Files.write(
                    workplace.album().next("page-" + name), workplace.browser().getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
