// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.web.Site;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The real server with its registers, and a browser in which somebody fills in an application at its cabinet. */
final class RealCabinet implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Wiring server;
    final Screens screens;
    private final Path folder;

    RealCabinet(Path folder, long width) throws IOException {
        this(folder, width, "current");
    }

    /** A CA that works as that preset says. */
    RealCabinet(Path folder, long width, String regime) throws IOException {
        this.folder = folder;
        server = Wiring.start(
                new Wiring.Settings(
                        0,
                        folder.resolve("data"),
                        CaProfile.EC,
                        Duration.ZERO,
                        List.of(),
                        GatewaySettings.NONE,
                        RegimeFile.preset(regime),
                        null),
                InstantSource.system(),
                new SecureRandom());
        screens = new Screens();
        screens.view(width, 900);
    }

    @Override
    public void close() {
        screens.close();
        server.close();
    }

    Holder holder(String id) {
        return server.services().holders().byId(id).orElseThrow();
    }

    /** Types what is true of somebody new to the CA, and goes on; the tax service knows the INN. */
    void fillIn(String person) {
        typeIn(person);
        press("next");
        await("the data to confirm").atMost(PATIENCE).until(() -> has("confirm-data"));
    }

    /** Types it, and stays. */
    void typeIn(String person) {
        awaitStep("data");
        Map<String, String> papers =
                new LinkedHashMap<>(DemoPapers.of(holder(person)).form().fields());
        String inn = papers.remove("inn");
        papers.remove("citizenship");
        papers.forEach(this::put);
        press("load-inn");
        await("the tax service")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> value("inn").equals(inn));
    }

    void put(String field, String text) {
        WebElement element = element(field);
        if (element.getTagName().equals("select")) {
            choose(field, text);
        } else if ("date".equals(element.getDomAttribute("type"))) {
            // What a person types into it depends on the browser's language; what is kept does not.
            screens.browser.executeScript(
                    "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    element,
                    text);
        } else {
            type(field, text);
        }
    }

    void choose(String field, String value) {
        element(field)
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    /** Uploads a scan. */
    void hand(String kind, byte[] scan) throws IOException {
        hand(kind, kind + ".jpg", scan);
    }

    /** Uploads a file of that name. */
    void hand(String kind, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        element("file-" + kind).sendKeys(file.toString());
        press("send-" + kind);
        By there = By.cssSelector("[data-testid=upload-" + kind + "] [data-upload]");
        await(kind)
                .atMost(PATIENCE)
                .until(() -> !screens.browser.findElements(there).isEmpty());
    }

    /** By the code of the call, or of the SMS, to the list of applications. */
    void logIn(String person) {
        String phone = holder(person).phone().e164();
        screens.browser.get(server.sites().cabinet() + "/sign-in");
        type("phone", phone);
        press("get-code");
        await("the code").atMost(PATIENCE).until(() -> has("code"));
        type("code", code(server.services().inbox().latestTo(phone, 1).getFirst()));
        press("login");
        awaitStep("applications");
    }

    private static String code(Message message) {
        boolean call = message.kind() == Message.Kind.CALL;
        String digits = (call ? message.from() : message.text()).replaceAll("\\D", "");
        return call ? digits.substring(digits.length() - 4) : digits;
    }

    /** As an operator, the case that waits longest. */
    void openCase() throws IOException {
        screens.browser.get(server.sites().of(Site.OPERATOR) + "/");
        if (has("operator-sign-in")) {
            List<String> lines = Files.readAllLines(folder.resolve("data/handout/operator-password.txt"));
            type("operator-name", lines.getFirst());
            type("operator-password", lines.get(1));
            press("operator-sign-in");
        }
        awaitThere("case");
        press("case");
        awaitStep("case");
    }

    void awaitStep(String step) {
        await(step)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> step.equals(
                        screens.browser.findElement(By.tagName("body")).getDomAttribute("data-step")));
    }

    void awaitThere(String testId) {
        await(testId).atMost(PATIENCE).until(() -> has(testId));
    }

    void awaitText(String testId, String text) {
        await(text)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> element(testId).getText().contains(text));
    }

    boolean has(String testId) {
        return !screens.browser
                .findElements(By.cssSelector("[data-testid='" + testId + "']"))
                .isEmpty();
    }

    WebElement element(String testId) {
        return screens.browser.findElement(By.cssSelector("[data-testid='" + testId + "']"));
    }

    String value(String testId) {
        return String.valueOf(element(testId).getDomProperty("value"));
    }

    void press(String testId) {
        element(testId).click();
    }

    /** Every one of that name: the ticks of the originals. */
    void pressAll(String testId) {
        screens.browser
                .findElements(By.cssSelector("[data-testid='" + testId + "']"))
                .forEach(WebElement::click);
    }

    void type(String testId, String text) {
        element(testId).clear();
        element(testId).sendKeys(text);
    }
}
