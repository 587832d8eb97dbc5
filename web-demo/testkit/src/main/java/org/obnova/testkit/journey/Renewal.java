// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Person;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A renewal as the holder walks it, step by step; each method ends when the page shows the next step. */
public final class Renewal {
    /** From the upper edge of an offer, in CSS pixels. */
    private static final int INTO_BUTTON = 12;

    /** The portal's button for a certificate that is due. */
    private static final By OFFER = By.cssSelector(
            "tr[data-obnova-renewal=due] [data-obnova-slot] .obnova-offer, tr[data-obnova-renewal=due] obnova-offer");

    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;
    private final Person person;
    private final SignIn signIn;
    private final Medium medium;
    private String address = "";

    /** A renewal at a workplace, for the demo's accountant, whose new key goes to that medium. */
    public Renewal(Workplace workplace, DemoServer server, Medium medium) {
        this.medium = medium;
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
        this.person = workplace.person();
        this.signIn = new SignIn(workplace, server);
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
        WebElement offer = offers().getFirst();
        // Its button stands above an explanation, which takes a line or two as the computer's fonts have it: the middle
        // may be either.
        int aboveMiddle = offer.getSize().getHeight() / 2 - INTO_BUTTON;
        new Actions(workplace.browser())
                .moveToElement(offer, 0, -aboveMiddle)
                .click()
                .perform();
        Awaitility.await("the cabinet")
                .atMost(Pages.PATIENCE)
                .until(() -> workplace.browser().getCurrentUrl().startsWith(server.cabinet()));
    }

    /** Logs in by phone, with the code that a call brings to the demo inbox. */
    public void logIn() {
        pages.picture("sign-in");
        signIn.byPhone(Accountant.PHONE);
        arrive();
    }

    /** Logged in, by whatever means: remembers the application's address. */
    public void arrive() {
        pages.awaitStep("introduction");
        address = workplace.browser().getCurrentUrl();
    }

    /** Reads what there is to do and begins («Приступить»). */
    public void begin() {
        pages.picture("introduction");
        pages.press("begin");
        pages.awaitStep("data");
    }

    /** Begins, consents to the processing of the data, and confirms them. */
    public void confirmData() {
        if (pages.isAt("introduction")) {
            begin();
        }
        WebElement consent = pages.element("data-consent");
        if (!consent.isSelected()) {
            consent.click();
        }
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
        orderKey();
        person.attendUntil("the request sent", this::isRequestSent);
    }

    /** Agrees, lets the page show the media, chooses one and presses «Выпустить сертификат»; the host's windows follow. */
    void orderKey() {
        awaitMedia();
        agree();
        chooseMedium();
        pages.picture("request");
        pages.press("issue");
    }

    /** Whether the CA has the request; fails at once where the page shows a problem instead. */
    public boolean isRequestSent() {
        return pages.isAt("issuing") || pages.isAt("receipt");
    }

    /** Lets the page show the media. */
    public void awaitMedia() {
        person.attendUntil("the media", () -> !media("computer").isEmpty());
    }

    /** The page's cards of such media: {@code computer} or {@code token}. */
    public List<WebElement> media(String kind) {
        return workplace.browser().findElements(By.cssSelector("[data-testid=medium-" + kind + "]"));
    }

    /** Chooses the medium on the page. */
    public void chooseMedium() {
        if (medium != Medium.COMPUTER) {
            awaitMedium(medium.kind());
            pages.press("medium-" + medium.kind());
            pages.scrollTo("medium-" + medium.kind());
        }
    }

    /** Lets the page show a medium of that kind, which may just have been plugged in. */
    public void awaitMedium(String kind) {
        person.attendUntil("the medium " + kind, () -> !media(kind).isEmpty());
    }

    /** Asks the page to look again, and waits until it shows the token as {@code usable} or {@code unfit}. */
    public void awaitToken(String state) {
        pages.press("media-again");
        person.attendUntil(
                "the token " + state,
                () -> workplace
                                .browser()
                                .findElements(By.cssSelector("[data-state=" + state + "] [data-testid=medium-token]"))
                                .size()
                        == 1);
    }

    /** Lets the page show the token, which may just have been inserted. */
    public void awaitToken() {
        awaitMedium("token");
    }

    /** Ticks that the certificate is wanted. */
    public void agree() {
        WebElement consent = pages.element("consent");
        if (!consent.isSelected()) {
            consent.click();
        }
    }

    /** Gives up the key that was begun; ends at the storage step. */
    public void giveUp() {
        pages.press("give-up");
        pages.scrollTo("abandon");
        pages.picture("give-up");
        pages.press("abandon");
        person.attendUntil("the key given up", () -> pages.isAt("request"));
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

    /** Confirms the receipt with the code of an SMS, as whoever has no other certificate does. */
    public void confirmReceiptByCode() {
        pages.picture("receipt");
        pages.press("sms-receipt");
        pages.element("receipt-code");
        pages.type("receipt-code", signIn.code("sms"));
        pages.press("confirm-receipt");
        pages.awaitStep("install");
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
        awaitBackedUp();
    }

    /** Waits until the backup is made. */
    public void awaitBackedUp() {
        person.attendUntil("the backup made", this::isBackedUp);
        pages.picture("backed-up");
    }

    /** Once there is a backup, the way back to the portal is the page's main button. */
    private boolean isBackedUp() {
        return pages.isAt("done")
                && !workplace
                        .browser()
                        .findElements(By.cssSelector(".actions > [role=button][data-testid=back-to-extern]"))
                        .isEmpty();
    }

    /** Goes back to the portal and logs in there with the new certificate. */
    public void logInWithNewCertificate() {
        pages.press("back-to-extern");
        pressNewCertificate();
        person.attendUntil("logged in", () -> pages.isAt("welcome"));
        pages.picture("welcome");
    }

    /** Presses «Войти» beside the new certificate on the portal's page. */
    public void pressNewCertificate() {
        WebElement row = Awaitility.await("the new certificate")
                .atMost(Pages.PATIENCE)
                .until(this::newCertificates, found -> !found.isEmpty())
                .getFirst();
        pages.picture("portal-new");
        row.findElement(By.cssSelector("[data-testid=sign-in]")).click();
    }

    /** The portal's rows of certificates that were issued anew. */
    public List<WebElement> newCertificates() {
        return workplace.browser().findElements(By.cssSelector("tr[data-status=new]"));
    }

    /** Opens the application again in a browser that was started anew, and logs in by phone where that is needed. */
    public void resume() {
        pages.open(address);
        if (signIn.isHere()) {
            signIn.byPhone(Accountant.PHONE);
        }
    }

    /** The application's id. */
    public String application() {
        String path = URI.create(address).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The pages, to press what no step above presses. */
    public Pages pages() {
        return pages;
    }

    /** The cabinet's login. */
    public SignIn signIn() {
        return signIn;
    }
}
