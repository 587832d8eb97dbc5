// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/**
 * The operator of the CA at her own site, in a tab of her own: each method logs in where that is needed, does one thing, and leaves the browser in the tab in which it was.
 */
public final class OperatorDesk {
    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;

    /** The operator of that server, at the workplace's browser. */
    public OperatorDesk(Workplace workplace, DemoServer server) {
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
    }

    /** Approves an application under review. */
    public void approve(String application) throws IOException {
        inCase(application, "approve");
    }

    /** Says that the holder came: the originals are received, and the person is the one of the passport. */
    public void identify(String application) throws IOException {
        inCase(application, "originals", "identified");
    }

    private void inCase(String application, String... presses) throws IOException {
        String before = workplace.browser().getWindowHandle();
        workplace.browser().switchTo().newWindow(WindowType.TAB);
        pages.open(server.operator() + "/");
        if (has(testId("operator-sign-in"))) {
            signIn();
        }
        By row = By.cssSelector("a[data-testid=case][href$='/applications/" + application + "']");
        Awaitility.await("the case in the queue").atMost(Pages.PATIENCE).until(() -> has(row));
        workplace.browser().findElement(row).click();
        String last = presses[presses.length - 1];
        pages.scrollTo(last);
        pages.picture("operator-" + last);
        for (String each : presses) {
            // Each original has its tick.
            workplace.browser().findElements(testId(each)).forEach(WebElement::click);
        }
        Awaitility.await(last + " done").atMost(Pages.PATIENCE).until(() -> !has(testId(last)));
        workplace.browser().close();
        workplace.browser().switchTo().window(before);
    }

    /** With the name and the password that the server hands out. */
    private void signIn() throws IOException {
        Path handout = server.handout().resolve("operator-password.txt");
        List<String> lines = Files.readAllLines(handout);
        pages.type("operator-name", lines.getFirst());
        pages.type("operator-password", lines.get(1));
        pages.press("operator-sign-in");
    }

    private boolean has(By what) {
        return !workplace.browser().findElements(what).isEmpty();
    }

    private static By testId(String name) {
        return By.cssSelector("[data-testid=" + name + "]");
    }
}
