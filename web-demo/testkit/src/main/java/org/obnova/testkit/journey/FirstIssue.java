// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.Workplace;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The cabinet's pages of a first certificate, up to where the key is made; from there on they are those of a {@link Renewal}, which {@link #making()} is. Each method
 * begins at the page where the one before has ended, and ends when the next page is there.
 */
public final class FirstIssue {
    private final Workplace workplace;
    private final DemoServer server;
    private final Pages pages;
    private final SignIn signIn;
    private final Renewal making;
    private String address = "";

    /** A first issue at a workplace, whose key goes to that medium. */
    public FirstIssue(Workplace workplace, DemoServer server, Medium medium) {
        this.workplace = workplace;
        this.server = server;
        this.pages = new Pages(workplace);
        this.signIn = new SignIn(workplace, server);
        this.making = new Renewal(workplace, server, medium);
    }

    /** Opens the cabinet and logs in by phone, with the code that a call brings to the demo inbox; ends at the list. */
    public void logIn(String phone) {
        pages.open(server.cabinet() + "/sign-in");
        pages.picture("sign-in");
        signIn.byPhone(phone);
    }

    /** «Заполнить заявку» beside the application that the service centre began; ends at what there is to do. */
    public void fillFirst() {
        pages.picture("applications");
        pages.press("fill-first");
        pages.awaitStep("introduction");
        address = workplace.browser().getCurrentUrl();
    }

    /** «Приступить»; ends at the form. */
    public void begin() {
        pages.picture("introduction");
        pages.press("begin");
        pages.awaitStep("data");
    }

    /**
     * Types into the form, has the tax service fill in the INN («Загрузить из базы ФНС»), and goes on to what was typed.
     *
     * @param papers names of fields, and what the papers say there; dates as ISO 8601, choices by their value in the page
     */
    public void fillIn(Map<String, String> papers) {
        papers.forEach(this::put);
        pages.press("load-inn");
        Awaitility.await("the INN from the tax service")
                .atMost(Pages.PATIENCE)
                .ignoreExceptions() // The page is replaced.
                .until(() -> !value("inn").isEmpty());
        pages.picture("form");
        pages.press("next");
        pages.element("confirm-data");
    }

    /** Consents to the processing of the data and confirms them; ends at the documents. */
    public void confirmData() {
        pages.press("data-consent");
        pages.picture("confirmation");
        pages.press("confirm-data");
        pages.awaitStep("documents");
    }

    /**
     * Uploads a document; ends when the page lists it.
     *
     * @param kind as the page calls it, e.g. {@code passport} or {@code statement_scan}
     */
    public void upload(String kind, Path file) {
        pages.element("file-" + kind).sendKeys(file.toString());
        pages.press("send-" + kind);
        By there = By.cssSelector("[data-testid=upload-" + kind + "] [data-upload]");
        Awaitility.await(kind + " uploaded")
                .atMost(Pages.PATIENCE)
                .until(() -> !workplace.browser().findElements(there).isEmpty());
    }

    /** Has uploaded everything; ends at the choice of a service centre. */
    public void finishDocuments() {
        pages.picture("documents");
        pages.press("documents-done");
        pages.awaitStep("centre");
    }

    /** Chooses a service centre and sends the application («Отправить заявку»); ends at the review. */
    public void send(String centre) {
        pages.press("centre-" + centre);
        pages.picture("centre");
        pages.press("send");
        pages.awaitStep("review");
        pages.picture("review");
    }

    /** Comes back to the application, which somebody else moved on, and waits for its step. */
    public void comeBack(String step) {
        pages.open(address);
        pages.awaitStep(step);
        pages.picture(step);
    }

    /** Goes to the portal and logs in there with the certificate, the holder's only one, which is no other's successor. */
    public void logInWithFirstCertificate() {
        pages.press("back-to-extern");
        Awaitility.await("the portal")
                .atMost(Pages.PATIENCE)
                .until(() -> workplace.browser().getCurrentUrl().startsWith(server.extern()));
        pages.picture("portal");
        pages.press("sign-in");
        workplace.person().attendUntil("logged in", () -> pages.isAt("welcome"));
        pages.picture("welcome");
    }

    /** From the making of the key to the backup. */
    public Renewal making() {
        return making;
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

    private void put(String field, String text) {
        WebElement element = pages.element(field);
        if (element.getTagName().equals("select")) {
            element.findElement(By.cssSelector("option[value='" + text + "']")).click();
        } else if ("date".equals(element.getDomAttribute("type"))) {
            // What a person types into it depends on the browser's language; what is kept does not.
            workplace
                    .browser()
                    .executeScript(
                            "arguments[0].value = arguments[1];"
                                    + " arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                            element,
                            text);
        } else {
            pages.type(field, text);
        }
    }

    private String value(String field) {
        return String.valueOf(pages.element(field).getDomProperty("value"));
    }
}
