// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.obnova.demo.pages.PreparedMedia.ACTIVE;
import static org.obnova.demo.pages.PreparedMedia.COMPUTER;
import static org.obnova.demo.pages.PreparedMedia.ESMART;
import static org.obnova.demo.pages.PreparedMedia.FACTORY;
import static org.obnova.demo.pages.PreparedMedia.FOREIGN;
import static org.obnova.demo.pages.PreparedMedia.FULL;
import static org.obnova.demo.pages.PreparedMedia.LAST_TRY;
import static org.obnova.demo.pages.PreparedMedia.LITE;
import static org.obnova.demo.pages.PreparedMedia.LOCKED;
import static org.obnova.demo.pages.PreparedMedia.NO_DRIVER;
import static org.obnova.demo.pages.PreparedMedia.plug;
import static org.obnova.demo.pages.PreparedMedia.plugBeside;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.media.Medium;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** The storage step in headless Chromium: media that come and go, tokens and their PIN, and what the CA accepts (S17, S28). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoragePageIT {
    private PreparedSites demo;
    private ChromeDriver browser;

    @BeforeAll
    void start() throws IOException {
        demo = new PreparedSites();
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        browser = new ChromeDriver(options);
        ExtensionScript.install(browser);
        browser.get(demo.sites.cabinet() + "/sign-in");
        browser.findElement(testId("phone")).sendKeys("+7 900 000-00-01");
        press("get-code");
        browser.findElement(testId("code")).sendKeys(PreparedSites.CODE);
        press("login");
    }

    @AfterAll
    void stop() {
        browser.quit();
        demo.close();
    }

    @BeforeEach
    void forget() {
        demo.applications.clear();
        browser.executeScript("sessionStorage.clear()");
    }

    @Test
    void token_saysItsKindItsPinAndWhatBecomesOfItsKey() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE, LITE, LAST_TRY);
        assertThat(card("ecp").getText())
                .contains("Рутокен ЭЦП 3.0 «Бухгалтерия»", "Токен, готов к записи")
                .contains("Ключ создаётся в токене и не копируется", "PIN-код в порядке")
                .contains("За всё обновление PIN-код понадобится 2 раза");
        assertThat(card("lite").getText())
                .contains("Ключ можно скопировать")
                .contains("За всё обновление PIN-код понадобится от 1 до 3 раз");
        assertThat(card("last").getText()).contains("Осталась последняя попытка PIN-кода", "PIN-код понадобится 1 раз");
        assertThat(input("ecp").isEnabled()).isTrue();
    }

    @Test
    void token_thatCannotHoldTheKey_isShownWithTheReason() {
        open(PreparedPeople.ANNA, COMPUTER, FOREIGN, LOCKED, FULL, ESMART);
        assertThat(card("foreign").getText()).contains("токен не умеет ГОСТ Р 34.10-2012, 256 бит");
        assertThat(card("locked").getText())
                .contains("PIN-код заблокирован", "Разблокируйте PIN-код")
                .doesNotContain("понадобится", "готов к записи");
        assertThat(card("full").getText()).contains("нет места", "Освободите место");
        assertThat(card("esmart").getText()).contains("только в сервисном центре");
        for (String id : new String[] {"foreign", "locked", "full", "esmart"}) {
            assertThat(input(id).isEnabled()).as(id).isFalse();
        }
        assertThat(chosen()).isEqualTo("computer");
    }

    @Test
    void whatComesNext_namesThePinOfATokenAndThePasswordOfAnythingElse() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE);
        assertThat(text("media-next")).contains("пароль и датчик");
        input("ecp").click();
        assertThat(text("media-next")).contains("PIN-код токена", "PIN-код понадобится 2 раза", "Прежний ключ");
    }

    @Test
    void insertedToken_appears_withoutTakingSelectionOrFocus() {
        open(PreparedPeople.ANNA, COMPUTER, LITE);
        input("lite").click();
        WebElement focused = browser.switchTo().activeElement();
        plug(browser, ACTIVE, COMPUTER, LITE);
        await().until(() ->
                !browser.findElements(By.cssSelector("[data-storage=ecp]")).isEmpty());
        assertThat(chosen()).isEqualTo("lite");
        assertThat(browser.switchTo().activeElement()).isEqualTo(focused);
        assertThat(browser.findElement(By.cssSelector("#media > :first-child")).getDomAttribute("data-storage"))
                .isEqualTo("ecp");
        await().until(() -> said().contains("Появился носитель: Рутокен ЭЦП 3.0 «Бухгалтерия»"));
    }

    @Test
    void pulledMedium_goes_andAChosenOneKeepsItsPlaceForItsReturn() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE, LITE);
        input("ecp").click();
        plug(browser, COMPUTER);
        await().until(() -> state("ecp").equals("pulled"));
        assertThat(browser.findElements(By.cssSelector("[data-storage=lite]"))).isEmpty();
        assertThat(card("ecp").getText()).contains("Выбор сохранён: вставьте его снова");
        assertThat(said()).contains("Выбранный носитель вынут: Рутокен ЭЦП 3.0", "Носитель вынут: Рутокен Lite");
        assertThat(browser.switchTo().activeElement()).isEqualTo(input("ecp"));

        press("consent");
        press("issue");
        assertThat(text("medium-wrong")).contains("Выбранный носитель вынут");
        assertThat(lastCall("request.create")).isEqualTo("none");

        plug(browser, COMPUTER, ACTIVE);
        await().until(() -> state("ecp").equals("usable"));
        assertThat(chosen()).isEqualTo("ecp");
        assertThat(said()).contains("Носитель снова на месте");
        press("issue");
        awaitStep("issuing");
        assertThat(lastCall("request.create")).contains("\"storage\":\"ecp\"");
    }

    @Test
    void pulledMedium_thatIsLeftForAnother_goes() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE);
        input("ecp").click();
        plug(browser, COMPUTER);
        await().until(() -> state("ecp").equals("pulled"));
        input("computer").click();
        assertThat(browser.findElements(By.cssSelector("[data-storage=ecp]"))).isEmpty();
    }

    @Test
    void tokenPulledWhileItsKeyIsMade_isAwaited_andTheRenewalGoesOnByItself() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE);
        input("ecp").click();
        press("consent");
        refuse("request.create", "token_removed", "Токен вынут во время работы.");
        press("issue");
        awaitShown("notice");
        assertThat(browser.findElement(testId("notice")).getText())
                .contains("Токен вынут", "Вставьте носитель: продолжим сами", "Носитель вставлен, продолжить");
        plug(browser, COMPUTER);
        await().until(() -> state("ecp").equals("pulled"));
        plug(browser, COMPUTER, ACTIVE);
        awaitStep("issuing");
        assertThat(lastCall("request.create")).contains("\"storage\":\"ecp\"");
    }

    @Test
    void tokenPulledWhileItsKeyIsMade_mayBeReportedByHand() {
        open(PreparedPeople.ANNA, ACTIVE);
        press("consent");
        refuse("request.create", "token_removed", "Токен вынут во время работы.");
        press("issue");
        awaitShown("notice");
        browser.findElement(By.cssSelector("#notice [data-act=wait]")).click();
        awaitStep("issuing");
    }

    @Test
    void anotherMediumInserted_doesNotContinueWhatAPulledTokenBegan() {
        open(PreparedPeople.ANNA, COMPUTER, ACTIVE);
        input("ecp").click();
        press("consent");
        refuse("request.create", "token_removed", "Токен вынут во время работы.");
        press("issue");
        awaitShown("notice");
        plug(browser, COMPUTER);
        await().until(() -> state("ecp").equals("pulled"));
        plug(browser, COMPUTER, LITE);
        await().until(() -> state("lite").equals("usable"));
        assertThat(browser.findElement(testId("notice")).isDisplayed()).isTrue();
        assertThat(step()).isEqualTo("request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin_locked", "token_cannot", "storage_full", "pin_not_set"})
    void mediumThatFailed_leadsBackToTheCards(String error) {
        open(PreparedPeople.ANNA, ACTIVE, COMPUTER);
        press("consent");
        refuse("request.create", error, "Не получилось.");
        press("issue");
        awaitShown("notice");
        assertThat(browser.findElements(By.cssSelector("#notice .actions > *"))).hasSize(1);
        browser.findElement(By.cssSelector("#notice [data-act=choose]")).click();
        assertThat(browser.findElement(testId("notice")).isDisplayed()).isFalse();
        assertThat(browser.switchTo().activeElement().getDomAttribute("name")).isEqualTo("medium");
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver_crashed", "driver_hangs", "driver_failed", "token_failed", "pin_pad_failed"})
    void driverThatFailed_isTriedAgain(String error) {
        open(PreparedPeople.ANNA, ACTIVE, COMPUTER);
        press("consent");
        refuse("request.create", error, "Драйвер не отвечает.");
        press("issue");
        awaitShown("notice");
        assertThat(browser.findElements(By.cssSelector("#notice .actions > *"))).hasSize(1);
        browser.findElement(By.cssSelector("#notice [data-act=again]")).click();
        awaitStep("issuing");
    }

    @Test
    void factoryPin_isOfferedToBeChanged() {
        open(PreparedPeople.ANNA, COMPUTER, FACTORY);
        WebElement button = card("new").findElement(testId("change-pin"));
        assertThat(button.getAccessibleName()).contains("Сменить PIN-код", "Рутокен ЭЦП 2.0 «Новый»");
        button.click();
        await().until(() -> card("new").getText().contains("PIN-код в порядке"));
        assertThat(lastCall("pin.change")).contains("\"storage\":\"new\"");
        assertThat(card("new").findElement(testId("change-pin")).isDisplayed()).isFalse();
        assertThat(said()).contains("PIN-код сменён");
        assertThat(chosen()).isEqualTo("computer");
    }

    @Test
    void tokenThatWantsItsPinChanged_isHelped_andTheRenewalGoesOn() {
        open(PreparedPeople.ANNA, FACTORY);
        press("consent");
        refuse("request.create", "pin_change_required", "Токен требует сменить PIN-код.");
        press("issue");
        awaitShown("notice");
        browser.findElement(By.cssSelector("#notice [data-act=change-pin]")).click();
        awaitStep("issuing");
        assertThat(lastCall("pin.change")).contains("\"storage\":\"new\"");
    }

    @Test
    void whatCannotBeUsed_isListedWithReasonAndHint() {
        open(PreparedPeople.ANNA, COMPUTER);
        assertThat(browser.findElement(testId("not-listed")).isDisplayed()).isFalse();
        plugBeside(browser, NO_DRIVER, COMPUTER);
        awaitShown("not-listed");
        assertThat(browser.findElement(testId("not-listed")).getText())
                .contains("JaCarta", "драйвер не установлен", "Единый Клиент JaCarta");
        plug(browser, COMPUTER);
        await().until(() -> !browser.findElement(testId("not-listed")).isDisplayed());
    }

    @Test
    void customs_acceptOnlyTheirTokens_andThePageNamesThem() {
        open(PreparedPeople.DECLARANT, COMPUTER, ACTIVE);
        assertThat(browser.findElement(testId("media-rule")).getText())
                .contains("таможни", "Рутокен Lite, JaCarta LT", "сервисном центре");
        assertThat(card("computer").getText()).contains("таможня принимает только Рутокен Lite, JaCarta LT");
        assertThat(input("ecp").isEnabled()).isFalse();
        press("consent");
        press("issue");
        assertThat(text("medium-wrong")).contains("Вставьте или выберите носитель");
        assertThat(lastCall("request.create")).isEqualTo("none");

        plug(browser, COMPUTER, ACTIVE, LITE);
        await().until(() -> chosen().equals("lite"));
        press("issue");
        awaitStep("issuing");
        assertThat(lastCall("request.create")).contains("\"storage\":\"lite\"");
    }

    @Test
    void mediumThatTheServerRefuses_isExplained_beforeAKeyIsMade() {
        open(PreparedPeople.DECLARANT, LITE);
        press("consent");
        browser.executeScript(
                "const real = fetch; window.fetch = (path, init) => real(path, path.endsWith('/medium') ? {...init, body: init.body.replace('rutoken-lite', 'rutoken-ecp')} : init)");
        press("issue");
        awaitShown("notice");
        assertThat(browser.findElement(testId("notice")).getText())
                .contains("На такой носитель этот сертификат записать нельзя", "3019 medium_not_allowed");
        assertThat(lastCall("request.create")).isEqualTo("none");
    }

    @Test
    void media_areChosenFromTheKeyboardAlone() {
        open(PreparedPeople.ANNA, COMPUTER, LOCKED, LITE);
        input("computer").sendKeys(Keys.ARROW_DOWN);
        assertThat(chosen()).as("the locked one is passed over").isEqualTo("lite");
    }

    @Test
    void mediaThatThePersonDoesNotShow_areAskedForByTheApplication() {
        String id = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);
        refuse("storages.list", "consent_refused", "Вы не разрешили сайту это действие.");
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        awaitShown("notice");
        press("consent");
        press("issue");
        awaitStep("issuing");
        assertThat(lastCall("request.create")).contains("\"application\"").doesNotContain("\"storage\"");
    }

    @Test
    void keyOfAnActiveToken_hasNoBackup_andThePageSaysWhy() {
        String id = demo.applications.in(ApplicationState.DONE, PreparedPeople.ANNA, PreparedPeople.DUE);
        demo.applications.lieOn(id, new Medium("token", "rutoken-ecp", "active", "Рутокен ЭЦП 3.0"));
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        assertThat(browser.findElement(testId("where")).getText()).isEqualTo("Рутокен ЭЦП 3.0, рядом с ключом");
        assertThat(browser.findElement(testId("no-backup")).getText())
                .contains("Резервной копии у этого ключа не будет", "никогда его не покидает", "второй сертификат");
        assertThat(browser.findElements(testId("backup"))).isEmpty();
    }

    private void open(Holder holder, String... storages) {
        plug(browser, storages);
        String replaces = holder.equals(PreparedPeople.ANNA) ? PreparedPeople.DUE : PreparedPeople.OF_DECLARANT;
        String id = demo.applications.in(ApplicationState.REQUEST, holder, replaces);
        browser.get(demo.sites.cabinet() + "/applications/" + id);
        // Where somebody else's is: once for all tests of this session.
        browser.findElements(testId("holder-here")).stream().findFirst().ifPresent(WebElement::click);
        await().until(() -> !browser.findElements(By.cssSelector("#media:not([aria-busy]) .medium"))
                .isEmpty());
    }

    private void refuse(String method, String name, String message) {
        browser.executeScript(
                "sessionStorage.setItem('refuse', JSON.stringify({method: arguments[0], name: arguments[1], texts: {message: arguments[2]}}))",
                method,
                name,
                message);
    }

    private String lastCall(String method) {
        return Objects.requireNonNull((String) browser.executeScript(
                "return JSON.stringify(JSON.parse(sessionStorage.getItem('calls') ?? '[]').findLast((call) => call.method === arguments[0]) ?? 'none').replaceAll('\"none\"', 'none')",
                method));
    }

    private WebElement card(String storage) {
        return browser.findElement(By.cssSelector("[data-storage='" + storage + "']"));
    }

    private WebElement input(String storage) {
        return card(storage).findElement(By.tagName("input"));
    }

    private String state(String storage) {
        return Objects.requireNonNullElse(card(storage).getDomAttribute("data-state"), "");
    }

    private String chosen() {
        return Objects.requireNonNull(
                (String) browser.executeScript("return document.querySelector('#media input:checked')?.value ?? ''"));
    }

    private String said() {
        return text("media-said");
    }

    /** Also of what only a screen reader hears. */
    private String text(String testId) {
        return Objects.requireNonNull(browser.findElement(testId(testId)).getDomProperty("textContent"));
    }

    private String step() {
        return Objects.requireNonNull(browser.findElement(By.tagName("body")).getDomAttribute("data-step"));
    }

    private void awaitStep(String expected) {
        await().until(() -> browser.findElements(By.cssSelector("body[data-step='" + expected + "']"))
                        .size()
                == 1);
    }

    private void awaitShown(String testId) {
        await().until(() -> browser.findElements(testId(testId)).stream().anyMatch(WebElement::isDisplayed));
    }

    private void press(String testId) {
        browser.findElement(testId(testId)).click();
    }

    private static By testId(String name) {
        return By.cssSelector("[data-testid='" + name + "']");
    }
}
