// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** The cabinet's login page, and the demo inbox from which the codes come. */
public final class SignIn {
    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;

    /** The login page of a server's cabinet. */
    public SignIn(Workplace workplace, DemoServer server) {
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
    }

    /** Logs in with the code that a call brings, or an SMS where the CA sends none else; ends when another page than the login is there. */
    public void byPhone(String phone) {
        pages.type("phone", phone);
        pages.press("get-code");
        boolean call = "4".equals(pages.element("code").getDomAttribute("maxlength"));
        pages.type("code", code(call ? "call" : "sms"));
        pages.picture("sign-in-code");
        pages.press("login");
        awaitIn();
    }

    /** Logs in by signing with the first certificate whose key is at hand. */
    public void byCertificate() {
        pages.press("choose-certificate");
        workplace.person().attendUntil("the certificates", () -> isVisible("sign-in-certificate"));
        pages.picture("sign-in-certificates");
        pages.press("sign-in-certificate");
        workplace.person().attendUntil("logged in", () -> !isHere());
        awaitIn();
    }

    private boolean isVisible(String testId) {
        List<WebElement> found = workplace.browser().findElements(By.cssSelector("[data-testid=" + testId + "]"));
        return !found.isEmpty() && found.getFirst().isDisplayed();
    }

    /** Whether the page asks for a login. */
    public boolean isHere() {
        return pages.step().startsWith("sign-in");
    }

    private void awaitIn() {
        Awaitility.await("logged in").atMost(Pages.PATIENCE).until(() -> {
            String step = pages.step();
            return !step.isEmpty() && !step.startsWith("sign-in");
        });
    }

    /**
     * The code that the newest message brought, read in the inbox as a person would.
     *
     * @param kind {@code call}: the last four digits of the caller's number; {@code sms}: the six digits of the text
     */
    public String code(String kind) {
        String page = workplace.browser().getWindowHandle();
        workplace.browser().switchTo().newWindow(WindowType.TAB);
        pages.open(server.cabinet() + "/inbox");
        WebElement message = Awaitility.await("a message")
                .atMost(Pages.PATIENCE)
                .until(
                        () -> workplace.browser().findElements(By.cssSelector("[data-kind=" + kind + "]")),
                        found -> !found.isEmpty())
                .getFirst();
        boolean call = kind.equals("call");
        String source = call
                ? message.getDomAttribute("data-from")
                : message.findElement(By.className("text")).getText();
        pages.picture("inbox-" + kind);
        workplace.browser().close();
        workplace.browser().switchTo().window(page);
        String digits = source == null ? "" : source.replaceAll("\\D", "");
        return digits.substring(digits.length() - (call ? 4 : 6));
    }
}
