// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Flash drives and diskettes on the storage step: what their cards say, and that they come and go with the drives (S17). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriveCardsIT {
    private static final String STICK = drive("stick", "Флешка «ИВАНОВА»", "ready");

    private CabinetBrowser cabinet;

    @BeforeAll
    void start() throws IOException {
        cabinet = new CabinetBrowser();
    }

    @AfterAll
    void stop() {
        cabinet.close();
    }

    @BeforeEach
    void forget() {
        cabinet.forget();
    }

    @Test
    void drive_hasItsPictureAndItsName_andCanBeChosen() {
        open(PreparedMedia.COMPUTER, STICK);
        assertThat(card("stick").getText()).contains("Флешка «ИВАНОВА»", "Съёмный носитель, готов к записи");
        WebElement picture = card("stick").findElement(By.tagName("img"));
        assertThat(picture.getDomAttribute("src")).isEqualTo("/static/medium-removable.svg");
        assertThat(picture.getDomAttribute("alt"))
                .as("nothing for a screen reader to say twice")
                .isEmpty();
        assertThat(cabinet.browser.executeScript("return arguments[0].naturalWidth > 0", picture))
                .isEqualTo(true);
        assertThat(card("computer").findElement(By.tagName("img")).getDomAttribute("src"))
                .isEqualTo("/static/medium-computer.svg");
        card("stick").findElement(By.tagName("input")).click();
        cabinet.press("consent");
        cabinet.press("issue");
        cabinet.awaitStep("issuing");
        assertThat(cabinet.lastCall("request.create")).contains("\"storage\":\"stick\"");
    }

    @ParameterizedTest
    @CsvSource({
        "read-only, защищён от записи, Снимите защиту от записи",
        "full, нет места, Освободите место",
        "absent, не подключён, Подключите его"
    })
    void driveThatCannotBeUsed_saysWhy_andWhatToDo(String state, String what, String todo) {
        open(PreparedMedia.COMPUTER, drive("stick", "Дискета", state));
        assertThat(card("stick").getText()).contains("Дискета", "Съёмный носитель, " + what, todo);
        assertThat(card("stick").findElement(By.tagName("input")).isEnabled()).isFalse();
    }

    @Test
    void drive_comesAndGoes_andTheChosenOneKeepsItsPlace() {
        open(PreparedMedia.COMPUTER);
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, STICK);
        await().until(() -> said().contains("Появился носитель: Флешка «ИВАНОВА»"));
        card("stick").findElement(By.tagName("input")).click();
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER);
        await().until(() -> "pulled".equals(card("stick").getDomAttribute("data-state")));
        assertThat(said()).contains("Выбранный носитель вынут: Флешка «ИВАНОВА»");
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, STICK);
        await().until(() -> "usable".equals(card("stick").getDomAttribute("data-state")));
        assertThat(card("stick").findElement(By.tagName("input")).isSelected()).isTrue();
    }

    @Test
    void drivePulledWhileItsKeyIsMade_isAwaited_andTheRenewalGoesOnByItself() {
        open(PreparedMedia.COMPUTER, STICK);
        card("stick").findElement(By.tagName("input")).click();
        cabinet.press("consent");
        cabinet.refuse("request.create", "storage_removed");
        cabinet.press("issue");
        cabinet.awaitText("waiting-for-token", "Вставьте носитель: продолжим сами");
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER);
        await().until(() -> "pulled".equals(card("stick").getDomAttribute("data-state")));
        PreparedMedia.plug(cabinet.browser, PreparedMedia.COMPUTER, STICK);
        cabinet.awaitStep("issuing");
    }

    private void open(String... storages) {
        PreparedMedia.plug(cabinet.browser, storages);
        cabinet.open(ApplicationState.REQUEST);
        await().until(() -> !cabinet.browser
                .findElements(By.cssSelector("#media:not([aria-busy]) .medium"))
                .isEmpty());
    }

    private static String drive(String id, String label, String state) {
        return "{\"id\":\"" + id + "\",\"kind\":\"removable\",\"label\":\"" + label + "\",\"state\":\"" + state + "\"}";
    }

    private WebElement card(String storage) {
        return cabinet.browser.findElement(By.cssSelector("[data-storage='" + storage + "']"));
    }

    private String said() {
        return Objects.requireNonNull(cabinet.element("media-said").getDomProperty("textContent"));
    }
}
