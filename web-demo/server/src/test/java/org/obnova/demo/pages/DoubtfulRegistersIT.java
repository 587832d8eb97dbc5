// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.registers.Agency;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * «Если по каким-то причинам ФНС и СФР не отвечают, нужно загрузить документы самостоятельно»: each register that objects or is silent, in a browser of a phone's
 * width, with the real server and its registers, from the confirmed form to the uploaded document.
 */
class DoubtfulRegistersIT {
    private static final String NEWCOMER = "yozhikov";
    private static final String ACCOUNTANT = "korableva";
    private static final byte[] SCAN = Scans.jpeg(1750, 2400, 300);

    @TempDir
    Path folder;

    private RealCabinet cabinet;

    @BeforeEach
    void start() throws IOException {
        cabinet = new RealCabinet(folder, Screens.PHONE);
        cabinet.screens.byRules(false);
    }

    @AfterEach
    void stop() {
        cabinet.close();
    }

    @Test
    void citizen_uploadsWhatEachRegisterDoubts_andNothingElse() throws IOException {
        cabinet.logIn(NEWCOMER);
        cabinet.press("fill-first");
        cabinet.press("begin");
        cabinet.fillIn(NEWCOMER);
        for (Mood mood : List.of(Mood.DISAGREE, Mood.DOWN)) {
            uploadsWhatIsDoubted(Agency.FNS, mood, "inn");
            uploadsWhatIsDoubted(Agency.SFR, mood, "snils");
            uploadsWhatIsDoubted(Agency.PASSPORTS, mood, "passport");
        }

        confirm();

        assertThat(cabinet.element("agreed").getText()).contains("СНИЛС подтверждён", "ИНН подтверждён");
        assertThat(cabinet.has("upload-inn") || cabinet.has("upload-snils")).isFalse();
    }

    @Test
    void employee_seesTheChangedRowsGreen_andUploadsTheExtractOfASilentService() throws IOException {
        cabinet.logIn(ACCOUNTANT);
        cabinet.screens.browser.get(cabinet.server.sites().cabinet() + "/renewals/new?certificate=" + due());
        cabinet.press("begin");
        cabinet.awaitStep("data");
        become(Agency.FNS, Mood.DISAGREE);
        cabinet.awaitThere("confirm-data");
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("statement");
        assertThat(cabinet.screens.browser.findElement(By.id("title")).getText())
                .isEqualTo("Проверьте и загрузите документы");
        asked("egrul", Mood.DISAGREE);
        look("statement-with-documents");
        cabinet.press("on-paper");
        cabinet.awaitStep("documents");
        asked("egrul", Mood.DISAGREE);
        asked("inn", Mood.DISAGREE);
        cabinet.hand("egrul", SCAN);
        cabinet.press("back-data");
        cabinet.awaitStep("data");

        cabinet.press("edit");
        cabinet.press("refresh-organisation");
        cabinet.awaitText("organisation-address", "ул. Новая");
        for (String row : List.of("name", "inn", "ogrn", "address", "head", "headPosition")) {
            boolean changed = row.equals("address") || row.equals("headPosition");
            WebElement shown = cabinet.element("organisation-" + row);
            assertThat(isGreen(shown)).as(row).isEqualTo(changed);
            assertThat(shown.getText().contains("обновлено"))
                    .as("in words too: " + row)
                    .isEqualTo(changed);
        }
        look("organisation-refreshed");
        cabinet.press("next");

        confirmOnPaper();
        assertThat(cabinet.element("agreed").getText()).contains("Выписка из ЕГРЮЛ получена");
        change("silent@example.org");
        become(Agency.FNS, Mood.DOWN);
        confirmOnPaper();
        asked("egrul", Mood.DOWN);
        asked("inn", Mood.DOWN);
        assertThat(cabinet.element("upload-egrul").getText())
                .as("of the first time")
                .contains("egrul.jpg");
    }

    /** Confirms the data while that agency doubts, is asked for that document, may not go on without it, uploads it, takes it away again, and goes back. */
    private void uploadsWhatIsDoubted(Agency agency, Mood mood, String kind) throws IOException {
        become(agency, mood);
        confirm();
        asked(kind, mood);
        for (String other : List.of("inn", "snils")) {
            assertThat(cabinet.has("upload-" + other)).as(other).isEqualTo(other.equals(kind));
        }
        cabinet.press("documents-done");
        cabinet.awaitThere("problem");
        assertThat(cabinet.element("problem").getDomAttribute("data-problem")).isEqualTo("documents_missing");

        cabinet.hand(kind, SCAN);
        assertThat(cabinet.element("upload-" + kind).getText()).contains("загружен", kind + ".jpg");
        look(kind + "-" + mood.wireName());
        cabinet.press("view-" + kind);
        cabinet.awaitThere("remove");
        cabinet.press("remove");
        cabinet.awaitStep("documents");
        assertThat(cabinet.element("upload-" + kind).findElements(By.cssSelector("[data-upload]")))
                .isEmpty();
        become(agency, Mood.RIGHT);
        change(kind + "." + mood.wireName() + "@example.org");
    }

    /** Back to the data, to write another e-mail: only what has changed is asked of the registers again. */
    private void change(String email) {
        cabinet.press("back-data");
        cabinet.awaitThere("edit");
        cabinet.press("edit");
        cabinet.awaitThere("next");
        cabinet.type("email", email);
        cabinet.press("next");
    }

    private void asked(String kind, Mood mood) {
        WebElement wanted = cabinet.element("upload-" + kind);
        assertThat(wanted.getDomAttribute("data-needed")).isEqualTo("true");
        assertThat(wanted.getText()).contains(mood == Mood.DOWN ? "Реестр не отвечает" : "Реестр не подтвердил");
    }

    private void confirm() {
        cabinet.awaitThere("confirm-data");
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("documents");
    }

    private void confirmOnPaper() {
        cabinet.awaitThere("confirm-data");
        cabinet.press("data-consent");
        cabinet.press("confirm-data");
        cabinet.awaitStep("statement");
        cabinet.press("on-paper");
        cabinet.awaitStep("documents");
    }

    private void become(Agency agency, Mood mood) {
        cabinet.server.services().agencies().become(agency, mood);
    }

    /** A certificate of hers that is to be renewed. */
    private String due() {
        return cabinet.server.services().holders().certificates(cabinet.holder(ACCOUNTANT)).stream()
                .filter(held -> held.daysLeft() == 27)
                .findFirst()
                .orElseThrow()
                .issued()
                .sha256();
    }

    private static boolean isGreen(WebElement shown) {
        List<Double> colour = Pattern.compile("[0-9.]+")
                .matcher(shown.getCssValue("background-color"))
                .results()
                .map(part -> Double.valueOf(part.group()))
                .toList();
        boolean transparent = colour.size() > 3 && colour.get(3) == 0;
        return !transparent && colour.get(1) > colour.get(0) && colour.get(1) > colour.get(2);
    }

    private void look(String name) throws IOException {
        assertThat(cabinet.screens.look(null, "doubtful-registers-" + name)).isEmpty();
    }
}
