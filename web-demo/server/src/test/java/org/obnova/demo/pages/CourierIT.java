// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.web.Site;
import org.openqa.selenium.By;

/**
 * «Вы оплатили выезд специалиста для удостоверения личности»: a first certificate by courier, in a browser of a phone's width, from the clerk who takes the payment to the
 * installed certificate. openssl stands where the application on the computer stands.
 */
class CourierIT {
    private static final String NEWCOMER = "yozhikov";
    private static final byte[] SCAN = Scans.jpeg(1750, 2400, 300);

    @TempDir
    Path folder;

    private RealCabinet cabinet;
    private OpensslHost host;
    private String application = "";

    @BeforeEach
    void start() throws IOException {
        cabinet = new RealCabinet(folder, Screens.PHONE);
        host = new OpensslHost(cabinet.screens.browser, folder.resolve("data"), CaProfile.EC);
    }

    @AfterEach
    void stop() {
        cabinet.close();
    }

    @Test
    void courier_isBought_ordered_missesTheHolder_comesAgain_andTheCertificateIsInstalled() throws IOException {
        application = cabinet.server
                .services()
                .applications()
                .ofHolder(NEWCOMER)
                .getFirst()
                .id();
        as("clerk");
        cabinet.press("courier-bought");
        awaitCourier("bought");
        assertThat(sms()).contains("Выезд курьера", "оплачен");

        cabinet.logIn(NEWCOMER);
        cabinet.press("fill-first");
        cabinet.press("begin");
        cabinet.fillIn(NEWCOMER);
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("documents");
        assertThat(cabinet.element("upload-statement_scan").getDomAttribute("data-needed"))
                .as("as an employee's: the courier takes the original")
                .isEqualTo("true");
        cabinet.hand("statement_scan", SCAN);
        cabinet.hand("passport", SCAN);
        cabinet.press("documents-done");
        order();
        decide("approve");
        assertThat(sms()).contains("Курьер приедет", "9:00–12:00").doesNotContain("Образцовая");

        missed();
        // At the holder's open page, which tells it by itself.
        cabinet.server.services().casework().couriers().leaves(application, Actor.operator("operator"));
        awaitCourier("on-the-way");
        look("on-the-way");
        handedOver();
        installed();
    }

    /** «Вызов курьера»: no centre is to be chosen; what is refused stands at its field, and what was typed stays. */
    private void order() throws IOException {
        cabinet.awaitStep("centre");
        assertThat(cabinet.has("centre-kazan")).isFalse();
        cabinet.type("address", "ул. Образцовая        ");
        cabinet.screens.browser.executeScript(
                "const day = document.getElementById('day'); day.add(new Option('вчера', '2020-01-01')); day.value = '2020-01-01'");
        cabinet.choose("hours", "9-12");
        cabinet.press("send");
        cabinet.awaitThere("day-wrong");
        assertThat(cabinet.value("address")).startsWith("ул. Образцовая");
        assertThat(cabinet.value("hours")).isEqualTo("9-12");
        assertThat(cabinet.element("day").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(cabinet.has("problem")).as("it is said at the field").isFalse();
        look("refused");
        cabinet.type("address", "г. Казань, ул. Образцовая, д. 5, кв. 12");
        chooseDay(2);
        look("order");
        cabinet.press("send");
        cabinet.awaitStep("review");
    }

    /** The courier leaves, finds nobody, and the holder chooses another time. */
    private void missed() throws IOException {
        back();
        awaitCourier("ordered");
        assertThat(cabinet.element("courier-address").getText()).contains("Образцовая, д. 5");
        assertThat(cabinet.element("bring").getText()).contains("Скан подписанного заявления", "Паспорт");
        look("ordered");
        decide("courier-leaves");
        decide("courier-missed");
        assertThat(sms()).contains("не застал");
        back();
        awaitCourier("missed");
        look("missed");
        cabinet.screens.browser.findElement(By.linkText("English")).click();
        cabinet.awaitText("courier-move", "Change address or time");
        look("missed-en");
        cabinet.screens.browser.findElement(By.linkText("Русский")).click();
        cabinet.awaitText("courier-move", "Изменить адрес или время");
        chooseDay(3);
        cabinet.choose("hours", "18-21");
        cabinet.press("courier-order");
        awaitCourier("ordered");
        assertThat(cabinet.element("courier-when").getText()).contains("18:00–21:00");
    }

    /** The scans are compared with the originals, which the courier has; without them identity is not confirmed. */
    private void handedOver() throws IOException {
        as("operator");
        assertThat(cabinet.element("courier-order").getText()).contains("Образцовая");
        assertThat(cabinet.screens.browser.findElements(By.cssSelector("[data-testid=document] .page-picture img")))
                .hasSizeGreaterThanOrEqualTo(2);
        cabinet.press("identified");
        cabinet.awaitThere("problem");
        assertThat(cabinet.element("problem").getDomAttribute("data-problem")).isEqualTo("originals_not_compared");
        look("operator");
        cabinet.pressAll("originals");
        cabinet.press("identified");
        cabinet.awaitStep("queue");
        assertThat(sms()).contains("Личность подтверждена");
    }

    /** From the making of the key on the way is everybody's; a newcomer has no certificate to sign the receipt with. */
    private void installed() throws IOException {
        back();
        cabinet.awaitStep("request");
        cabinet.press("consent");
        cabinet.awaitThere("medium-removable");
        cabinet.press("medium-removable");
        cabinet.press("issue");
        host.request();
        cabinet.awaitStep("receipt");
        cabinet.press("sms-receipt");
        cabinet.awaitThere("receipt-code");
        cabinet.type("receipt-code", sms().replaceAll("\\D", ""));
        cabinet.press("confirm-receipt");
        cabinet.awaitStep("install");
        cabinet.press("install");
        host.install();
        cabinet.awaitStep("done");
        assertThat(host.says("-pubkey")).isEqualTo(host.publicKey());
        assertThat(host.says("-subject", "-nameopt", "multiline,utf8,-esc_msb")).contains("Ёжиков Андрей Майевич");
    }

    private void back() {
        cabinet.screens.browser.get(cabinet.server.sites().cabinet() + "/applications/" + application);
    }

    /** The application, as that colleague sees it. */
    private void as(String colleague) throws IOException {
        String home = cabinet.server.sites().of(Site.OPERATOR) + "/";
        cabinet.screens.browser.get(home);
        if (!cabinet.has("operator-sign-in")) {
            cabinet.press("sign-out");
            cabinet.awaitThere("operator-sign-in");
        }
        List<String> lines = Files.readAllLines(folder.resolve("data/handout/" + colleague + "-password.txt"));
        cabinet.type("operator-name", lines.getFirst());
        cabinet.type("operator-password", lines.get(1));
        cabinet.press("operator-sign-in");
        cabinet.awaitThere("nav-queue");
        cabinet.screens.browser.get(home + "applications/" + application);
        cabinet.awaitStep("case");
    }

    private void decide(String testId) throws IOException {
        as("operator");
        cabinet.press(testId);
        if (testId.equals("approve")) {
            cabinet.awaitStep("queue");
        } else {
            awaitCourier(testId.equals("courier-leaves") ? "on-the-way" : "missed");
        }
    }

    private void awaitCourier(String stage) {
        await(stage)
                .atMost(RealCabinet.PATIENCE)
                .ignoreExceptions()
                .until(() -> stage.equals(cabinet.element("courier").getDomAttribute("data-courier")));
    }

    /** The nth of the days that are offered. */
    private void chooseDay(int number) {
        cabinet.element("day").findElements(By.tagName("option")).get(number).click();
    }

    private String sms() {
        String phone = cabinet.holder(NEWCOMER).phone().e164();
        return cabinet.server.services().inbox().latestTo(phone, 20).stream()
                .filter(message -> message.kind() == Message.Kind.SMS)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void look(String name) throws IOException {
        assertThat(cabinet.screens.look(null, "courier-" + name)).isEmpty();
    }
}
