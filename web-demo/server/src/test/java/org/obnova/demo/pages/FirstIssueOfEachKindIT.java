// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.documents.Attorneys;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.holders.DemoNewcomers;
import org.openqa.selenium.By;

/**
 * The first certificate of somebody whom an organisation sends, of a head and of a sole proprietor, in a browser of a phone's width, with the real server and its
 * registers: from the login up to where the key is made, each with what only this kind is asked for. A person for himself is {@link FirstIssueIT}'s.
 */
class FirstIssueOfEachKindIT {
    /** The tests of that regime, in which heads and businesses are served. */
    private static final String IN_2017 = "2017";

    private static final byte[] SCAN = Scans.jpeg(1750, 2400, 300);
    private static final String COMES_IN_PERSON = "Отправить вместо себя другого человека нельзя по закону";

    @TempDir
    Path folder;

    private RealCabinet cabinet;

    @BeforeEach
    void start(TestInfo test) throws IOException {
        cabinet = new RealCabinet(folder, Screens.PHONE, test.getTags().contains(IN_2017) ? IN_2017 : "current");
        cabinet.screens.byRules(false);
    }

    @AfterEach
    void stop() {
        cabinet.close();
    }

    @Test
    void employee_bringsTheProxy_andGivesThePowerOfAttorney() throws IOException {
        begin(DemoNewcomers.EMPLOYEE);
        cabinet.fillIn(DemoNewcomers.EMPLOYEE);
        assertThat(facts()).contains("ООО «Ромашка», ИНН 7700000016", "Кладовщик");
        confirm("documents");
        assertThat(cabinet.element("agreed").getText()).contains("Выписка из ЕГРЮЛ получена");

        cabinet.press("documents-done");
        cabinet.awaitThere("problem");
        assertThat(cabinet.element("problem").getDomAttribute("data-problem")).isEqualTo("documents_missing");
        cabinet.hand("statement_scan", SCAN);
        cabinet.hand("passport", SCAN);
        assertThat(cabinet.element("upload-proxy_to_receive").getText())
                .contains("Возьмите оригинал на визит в сервисный центр");
        cabinet.press("additional");
        assertThat(cabinet.element("upload-power_of_attorney").getText()).contains("от имени организации");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Moscow"));
        byte[] over = Attorneys.ours(today.minusYears(2), today.minusDays(2));
        cabinet.element("file-power_of_attorney")
                .sendKeys(Files.write(folder.resolve("over.xml"), over).toString());
        cabinet.press("send-power_of_attorney");
        cabinet.awaitThere("problem");
        assertThat(cabinet.element("problem").getDomAttribute("data-problem")).isEqualTo("attorney_not_in_force");
        look("employee-attorney-over");
        cabinet.hand("power_of_attorney", "attorney.xml", Attorneys.ours(today.minusDays(1), today.plusYears(1)));
        assertThat(cabinet.element("attorney").getText()).contains("ООО «Ромашка»", "Лисёнкова Майя Олеговна");
        look("employee-documents");
        cabinet.press("documents-done");

        String address = send();
        approve(address);
        assertThat(cabinet.element("bring").getText()).contains("оверенность на получение", "паспорт");
        assertThat(page()).contains("приходит сам сотрудник", COMES_IN_PERSON);
        look("employee-visit");
        comeToTheCentre(address);
        assertThat(facts()).contains("Лисёнкова Майя Олеговна").doesNotContain("Ромашка");
        look("employee-request");
    }

    @Test
    @Tag(IN_2017)
    void headAndSoleProprietor_signInTheCentre_andTheirRegisterConfirmsThem() throws IOException {
        head();
        cabinet.screens.browser.manage().deleteAllCookies();
        soleProprietor();
    }

    private void head() throws IOException {
        begin(DemoNewcomers.HEAD);
        cabinet.typeIn(DemoNewcomers.HEAD);
        assertThat(cabinet.element("organisation-head").getText()).isEqualTo("Барсуков Семён Тимофеевич");
        assertThat(cabinet.element("organisation-headPosition").getText()).isEqualTo("Директор");
        cabinet.press("next");
        cabinet.awaitThere("confirm-data");
        assertThat(facts()).contains("ООО «Василёк»", "Директор");
        confirm("paper");
        signsInTheCentre("head");
        assertThat(cabinet.element("agreed").getText()).contains("Выписка из ЕГРЮЛ получена");
        assertThat(cabinet.has("upload-proxy_to_receive") || cabinet.has("upload-power_of_attorney"))
                .as("a head needs no proxy")
                .isFalse();
        toTheKey("head");
        assertThat(facts()).contains("Барсуков Семён Тимофеевич", "ООО «Василёк»", "1027700000020", "Директор");
    }

    private void soleProprietor() throws IOException {
        begin(DemoNewcomers.SOLE_PROPRIETOR);
        cabinet.typeIn(DemoNewcomers.SOLE_PROPRIETOR);
        assertThat(cabinet.has("organisation")).isFalse();
        String number = cabinet.value("ogrnip");
        cabinet.element("ogrnip").clear();
        cabinet.press("next");
        cabinet.awaitThere("form-wrong");
        assertThat(cabinet.element("form-wrong").getText()).contains("ОГРНИП");
        cabinet.type("ogrnip", "315770000000023");
        cabinet.press("next");
        cabinet.awaitText("form-wrong", "15 цифр");
        assertThat(cabinet.value("ogrnip")).isEqualTo("315770000000023");
        look("proprietor-number");
        cabinet.type("ogrnip", number);
        cabinet.press("next");
        cabinet.awaitThere("confirm-data");
        assertThat(facts()).contains(number);
        confirm("paper");
        signsInTheCentre("proprietor");
        assertThat(cabinet.element("agreed").getText()).contains("Выписка из ЕГРИП получена");
        toTheKey("proprietor");
        assertThat(facts()).contains("Воробьёва Зоя Ильинична", number);
    }

    private void begin(String person) {
        cabinet.logIn(person);
        cabinet.press("fill-first");
        cabinet.awaitStep("introduction");
        cabinet.press("begin");
    }

    private void confirm(String next) {
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep(next);
    }

    /** The statement on paper, which comes before the documents. */
    private void signsInTheCentre(String who) throws IOException {
        assertThat(cabinet.element("statement-centre").getText()).contains("лично в сервисном центре");
        assertThat(cabinet.has("upload-statement_scan")).isFalse();
        look(who + "-statement");
        cabinet.press("paper-done");
        cabinet.awaitStep("documents");
    }

    private void toTheKey(String who) throws IOException {
        cabinet.hand("passport", SCAN);
        look(who + "-documents");
        cabinet.press("documents-done");
        String address = send();
        approve(address);
        assertThat(cabinet.element("bring").getText()).contains("подпишите его при сотруднике", "оригинал: Паспорт");
        assertThat(page()).contains("лично", COMES_IN_PERSON).doesNotContain("приходит сам сотрудник");
        look(who + "-visit");
        comeToTheCentre(address);
        look(who + "-request");
    }

    private String send() {
        cabinet.awaitStep("centre");
        cabinet.press("centre-kazan");
        cabinet.press("send");
        cabinet.awaitStep("review");
        return String.valueOf(cabinet.screens.browser.getCurrentUrl());
    }

    private void approve(String address) throws IOException {
        cabinet.openCase();
        cabinet.press("approve");
        cabinet.awaitStep("queue");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("visit");
    }

    private void comeToTheCentre(String address) throws IOException {
        cabinet.openCase();
        cabinet.pressAll("originals");
        cabinet.press("identified");
        cabinet.awaitStep("queue");
        cabinet.screens.browser.get(address);
        cabinet.awaitStep("request");
    }

    private String facts() {
        return cabinet.element("facts").getText();
    }

    private String page() {
        return cabinet.screens.browser.findElement(By.tagName("main")).getText();
    }

    private void look(String name) throws IOException {
        assertThat(cabinet.screens.look(null, "first-issue-" + name)).isEmpty();
    }
}
