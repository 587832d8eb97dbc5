// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Person;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** A renewal as the holder walks it, step by step; each method ends when the page shows the next step. */
public final class Renewal {
    /** The portal's button for a certificate that is due. */
    private static final By OFFER = By.cssSelector(
            "tr[data-obnova-renewal=due] [data-obnova-slot] .obnova-offer, tr[data-obnova-renewal=due] obnova-offer");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;
    private final Person person;
    private String address = "";

    /** A renewal at a workplace, for the demo's accountant. */
    public Renewal(Workplace workplace, DemoServer server) {
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
        this.person = workplace.person();
    }

    /** Opens the portal and waits for the extension's button. */
    public void openPortal() {
        pages.open(server.extern() + "/");
        person.attendUntil("the offer to renew", () -> !offers().isEmpty());
        pages.picture("portal");
    }

    /** The buttons that the extension added beside certificates that are due. */
    public List<WebElement> offers() {
        return workplace.browser().findElements(OFFER);
    }

    /** Presses «Обновить сертификат» beside the first certificate that is due. */
    public void pressOffer() {
        offers().getFirst().click();
        Awaitility.await("the cabinet")
                .atMost(PATIENCE)
                .until(() -> workplace.browser().getCurrentUrl().startsWith(server.cabinet()));
    }

    /** Logs in by phone, with the code that a call brings to the demo inbox. */
    public void logIn(String phone) {
        pages.picture("sign-in");
        pages.type("phone", phone);
        pages.press("get-code");
        pages.element("code");
        pages.type("code", codeFromInbox("call"));
        pages.picture("sign-in-code");
        pages.press("login");
        pages.awaitStep("data");
        address = workplace.browser().getCurrentUrl();
    }

    /** The digits that the newest message of a kind brought, read in the inbox as a person would. */
    private String codeFromInbox(String kind) {
        String page = workplace.browser().getWindowHandle();
        workplace.browser().switchTo().newWindow(WindowType.TAB);
        pages.open(server.cabinet() + "/inbox");
        WebElement message = Awaitility.await("a message")
                .atMost(PATIENCE)
                .until(
                        () -> workplace.browser().findElements(By.cssSelector("[data-kind=" + kind + "]")),
                        found -> !found.isEmpty())
                .getFirst();
        String source = kind.equals("call") ? message.getAttribute("data-from") : message.getText();
        pages.picture("inbox-" + kind);
        workplace.browser().close();
        workplace.browser().switchTo().window(page);
        String digits = source == null ? "" : source.replaceAll("\\D", "");
        return digits.substring(digits.length() - 4);
    }

    /** Confirms the data. */
    public void confirmData() {
        pages.picture("data");
        pages.press("confirm-data");
        pages.awaitStep("statement");
    }

    /** Signs the statement with the present certificate. */
    public void signStatement() {
        pages.picture("statement");
        pages.press("sign-statement");
        person.attendUntil("the statement signed", () -> pages.isAt("request"));
    }

    /** Agrees, lets the page show the media, and has key and request made. */
    public void issue() {
        person.attendUntil("the media", () -> !mediaOnPage().isEmpty());
        WebElement consent = pages.element("consent");
        if (!consent.isSelected()) {
            consent.click();
        }
        pages.picture("request");
        pages.press("issue");
        person.attendUntil("the request sent", () -> pages.isAt("issuing") || pages.isAt("receipt"));
    }

    private List<WebElement> mediaOnPage() {
        return workplace.browser().findElements(By.cssSelector("[data-testid=medium-computer]"));
    }

    /** Waits until the CA has issued. */
    public void awaitIssued() {
        if (pages.isAt("issuing")) {
            pages.picture("issuing");
        }
        pages.awaitStep("receipt");
    }

    /** Signs the receipt with the present certificate. */
    public void signReceipt() {
        pages.picture("receipt");
        pages.press("sign-receipt");
        person.attendUntil("the receipt signed", () -> pages.isAt("install"));
    }

    /** Installs the certificate beside its key. */
    public void install() {
        pages.picture("install");
        pages.press("install");
        person.attendUntil("the certificate installed", () -> pages.isAt("done"));
    }

    /** Makes the backup. */
    public void backUp() {
        pages.picture("done");
        pages.press("backup");
        person.attendUntil("the backup made", () -> "back-to-extern".equals(primary()));
        pages.picture("backed-up");
    }

    private String primary() {
        return workplace
                        .browser()
                        .findElements(By.cssSelector(".actions > [role=button][data-testid=back-to-extern]"))
                        .isEmpty()
                ? ""
                : "back-to-extern";
    }

    /** Goes back to the portal and logs in there with the new certificate. */
    public void logInWithNewCertificate() {
        pages.press("back-to-extern");
        WebElement row = Awaitility.await("the new certificate")
                .atMost(PATIENCE)
                .until(
                        () -> workplace.browser().findElements(By.cssSelector("tr[data-status=new]")),
                        found -> !found.isEmpty())
                .getFirst();
        pages.picture("portal-new");
        row.findElement(By.cssSelector("[data-testid=sign-in]")).click();
        person.attendUntil("logged in", () -> pages.isAt("welcome"));
        pages.picture("welcome");
    }

    /** Opens the application again, e.g. in a browser that was started anew. */
    public void reopen() {
        pages.open(address);
    }

    /** The application's id. */
    public String application() {
        String path = URI.create(address).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the page shows now. */
    public String step() {
        return pages.step();
    }

    /** The notice that the page shows, empty where there is none. */
    public String problem() {
        return pages.problem();
    }

    /** Presses a button of the page without waiting for anything. */
    public void press(String testId) {
        pages.press(testId);
    }
}
