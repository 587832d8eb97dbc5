// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.notifications.Message;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * «Как обновить квалифицированный сертификат», the document of 2017, in a browser: a CA that works as it did then. openssl stands where the application on the computer
 * stands; server, registers and operator are real.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Regime2017IT {
    private static final String ACCOUNTANT = "korableva";
    private static final byte[] SCAN = Scans.jpeg(1750, 2400, 300);

    private RealCabinet cabinet;
    private OpensslHost host;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        cabinet = new RealCabinet(folder, Screens.DESKTOP, "2017");
        cabinet.screens.byRules(false);
        host = new OpensslHost(cabinet.screens.browser, folder.resolve("data"), CaProfile.EC);
        cabinet.logIn(ACCOUNTANT);
    }

    @AfterAll
    void stop() {
        cabinet.close();
    }

    @Test
    void renewal_isSigned_sent_approved_andReleasedByACode_withoutAReceipt() throws IOException {
        assertThat(messages()).as("«Получить пароль»").extracting(Message::kind).containsOnly(Message.Kind.SMS);
        begin("[data-obnova-days='27']");
        assertThat(steps())
                .containsSubsequence(
                        "Заявление", "Документы", "Отправка заявки", "Проверка заявки", "Носитель и ключ", "Код из СМС")
                .doesNotContain("Расписка", "Проверка личности");
        cabinet.press("begin");
        confirmData();
        cabinet.awaitStep("statement");
        cabinet.press("sign-statement");
        host.sign("korableva-1");

        cabinet.awaitStep("documents");
        assertThat(cabinet.element("statement-signed").getText()).contains("печатать, подписывать вручную");
        assertThat(needed()).as("nothing is asked of who has signed").isEmpty();
        look("documents");
        cabinet.press("documents-done");
        cabinet.awaitStep("centre");
        assertThat(cabinet.has("no-visit")).isTrue();
        assertThat(cabinet.has("centre-kazan")).isFalse();
        cabinet.press("send");
        cabinet.awaitStep("review");
        String address = cabinet.screens.browser.getCurrentUrl();
        look("review");
        decide("approve");
        cabinet.screens.browser.get(address);

        cabinet.awaitStep("request");
        assertThat(cabinet.element("password-advice").getText()).contains("рекомендуется оставить пустым");
        cabinet.press("consent");
        cabinet.awaitThere("medium-removable");
        cabinet.press("medium-removable");
        cabinet.press("issue");
        host.request();
        cabinet.awaitStep("confirmation");
        releasedByTheCode();
        cabinet.awaitStep("install");
        cabinet.press("install");
        host.install();
        cabinet.awaitStep("done");
        look("done");

        assertThat(host.says("-pubkey")).isEqualTo(host.publicKey());
        assertThat(host.says("-subject", "-nameopt", "multiline,utf8,-esc_msb"))
                .contains("ООО «Ромашка»", "Кораблёва", "Алёна Юрьевна", "Бухгалтер");
        assertThat(application(27).receipt()).as("no receipt was asked for").isNull();
    }

    @Test
    void renewalOfAnExpiredCertificate_isPrintedBeforeTheDocuments_andTheHolderComes() throws IOException {
        begin("[data-obnova-renewal=expired]");
        cabinet.press("begin");
        confirmData();
        cabinet.awaitStep("statement");
        cabinet.press("on-paper");

        cabinet.awaitStep("paper");
        assertThat(cabinet.has("upload-passport")).as("one thing at a time").isFalse();
        cabinet.press("paper-done");
        cabinet.awaitThere("problem");
        cabinet.hand("statement_scan", SCAN);
        look("paper");
        cabinet.press("paper-done");
        cabinet.awaitStep("documents");
        assertThat(needed()).containsExactlyInAnyOrder("statement_scan", "passport");
        cabinet.hand("passport", SCAN);
        cabinet.press("documents-done");
        cabinet.awaitStep("centre");
        cabinet.press("centre-kazan");
        cabinet.press("send");
        cabinet.awaitStep("review");
        String address = cabinet.screens.browser.getCurrentUrl();
        decide("approve");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("visit");
        decide("originals", "identified");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("request");
    }

    /** S20: nothing is issued before the code, nor by a wrong one. */
    private void releasedByTheCode() throws IOException {
        String id = application(27).id();
        int before = messages().size();
        cabinet.press("sms-request");
        cabinet.awaitThere("request-code");
        assertThat(messages()).hasSize(before + 1);
        Message sent = messages().getFirst();
        assertThat(sent.kind()).isEqualTo(Message.Kind.SMS);
        String code = sent.text().replaceAll("\\D", "");
        look("confirmation");
        cabinet.type("request-code", wrong(code));
        cabinet.press("confirm-request");
        cabinet.awaitThere("problem");
        assertThat(cabinet.element("problem").getDomAttribute("data-problem")).isEqualTo("code_wrong");
        assertThat(cabinet.server.services().applications().issued(id)).isEmpty();
        cabinet.type("request-code", code);
        cabinet.press("confirm-request");
    }

    private static String wrong(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    /** From the portal's own link, as where there is no extension. */
    private void begin(String row) {
        cabinet.screens.browser.get(cabinet.server.sites().extern() + "/");
        cabinet.screens
                .browser
                .findElement(By.cssSelector(row + " [data-testid=cabinet-link]"))
                .click();
        cabinet.awaitStep("introduction");
    }

    private void confirmData() {
        cabinet.awaitStep("data");
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
    }

    private void decide(String... presses) throws IOException {
        cabinet.openCase();
        for (String each : presses) {
            cabinet.pressAll(each);
        }
        cabinet.awaitStep("queue");
    }

    private Application application(int daysLeft) {
        String old = cabinet.server.services().holders().certificates(cabinet.holder(ACCOUNTANT)).stream()
                .filter(held -> held.daysLeft() == daysLeft)
                .findFirst()
                .orElseThrow()
                .issued()
                .sha256();
        return cabinet.server.services().applications().ofHolder(ACCOUNTANT).stream()
                .filter(one -> one.replaces(old))
                .findFirst()
                .orElseThrow();
    }

    private List<Message> messages() {
        String phone = cabinet.holder(ACCOUNTANT).phone().e164();
        return cabinet.server.services().inbox().latestTo(phone, 100);
    }

    /** The documents without which it does not go on. */
    private List<String> needed() {
        return cabinet.screens.browser.findElements(By.cssSelector("[data-needed=true]")).stream()
                .map(one -> String.valueOf(one.getDomAttribute("id")))
                .toList();
    }

    /** «Последовательность шагов». */
    private List<String> steps() {
        return cabinet.element("todo").findElements(By.tagName("strong")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private void look(String name) throws IOException {
        assertThat(cabinet.screens.look(null, "regime-2017-" + name)).isEmpty();
    }
}
