// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.enrolment.ApplicationState;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Keys outside of a renewal, in headless Chromium: copies, other programs, the archive, decryption, keys from files (S23 to S25). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyPagesIT {
    private static final byte[] MESSAGE = {0x30, 0x03, 0x02, 0x01, 0x05};

    @TempDir
    Path folder;

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
    void afterInstalling_theCertificateIsPutWhereOtherProgramsFindIt_andEachResultIsSaid() {
        cabinet.open(ApplicationState.DONE);
        cabinet.press("publish");
        cabinet.awaitShown("stores");
        assertThat(cabinet.element("stores").getText())
                .contains("Chromium: готово", "Firefox: такой ключ туда поместить нельзя", "Firefox не умеет ГОСТ.");
        assertThat(cabinet.lastCall("certificate.publish")).contains("c1".repeat(32));
    }

    @Test
    void afterInstalling_theCopiesOfThisKeyAreListed_andNoOthers() {
        cabinet.open(ApplicationState.DONE);
        cabinet.press("copies");
        cabinet.awaitShown("copies-list");
        assertThat(cabinet.element("copies-list").getText())
                .contains("Флешка «ИВАНОВА»", "сделана 22 ноября 2026", "на месте")
                .doesNotContain("Рутокен Lite");
    }

    @Test
    void copies_ofAllKeys_areListedWithWhatIsNotAtHand() {
        cabinet.open("/keys");
        cabinet.press("copies");
        cabinet.awaitShown("copies-list");
        assertThat(cabinet.element("copies-list").getText())
                .contains("Рутокен Lite", "носителя сейчас нет", "Артёмова Анна Ильинична", "Другой сертификат");
    }

    @Test
    void key_isCopied_savedToAFile_andGetsAnotherPassword() {
        cabinet.open("/keys");
        WebElement card = card(PreparedPeople.FRESH);
        act(card, "key-backup", "Копия сделана и проверена: Папка.");
        act(card, "key-export", "Сохранено и проверено: Артёмова.pfx.");
        act(card, "key-password", "Пароль сменён.");
        for (String method : new String[] {"container.copy", "container.export", "password.change"}) {
            assertThat(cabinet.lastCall(method)).contains("\"certificate\":\"" + PreparedPeople.FRESH);
        }
        assertThat(card.findElement(CabinetBrowser.testId("key-backup")).getAccessibleName())
                .contains("Сделать резервную копию", "Артёмова Анна Ильинична");
    }

    @Test
    void wrongPassword_isSaidInThreeLines() {
        cabinet.open("/keys");
        cabinet.refuse("password.change", "wrong_password");
        card(PreparedPeople.FRESH)
                .findElement(CabinetBrowser.testId("key-password"))
                .click();
        cabinet.awaitShown("notice");
        assertThat(cabinet.browser.findElements(By.cssSelector("#notice p:not(.code)")))
                .hasSize(3);
    }

    @Test
    void archive_copiesWhatIsTicked_andSaysOfEachWhatBecameOfIt() {
        cabinet.open("/archive");
        cabinet.press("archive");
        assertThat(cabinet.element("none-chosen").isDisplayed()).isTrue();
        assertThat(cabinet.lastCall("container.archive")).isEqualTo("none");
        cabinet.press("old-expired");
        cabinet.press("old-revoked");
        assertThat(cabinet.element("none-chosen").isDisplayed()).isFalse();
        cabinet.press("archive");
        cabinet.awaitText("archive-said", "Скопированы не все");
        assertThat(card(PreparedPeople.REVOKED).getText()
                        + card(PreparedPeople.EXPIRED).getText())
                .contains("На этом компьютере", "ключ никогда не покидает свой носитель");
        assertThat(cabinet.lastCall("container.archive")).contains(PreparedPeople.EXPIRED, PreparedPeople.REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"der", "pem", "base64"})
    void document_isDecrypted_whateverItsFile_andComesBackAsADownload(String form) throws IOException {
        String base64 = Base64.getEncoder().encodeToString(MESSAGE);
        Path file = folder.resolve("отчёт.txt.p7m");
        switch (form) {
            case "der" -> Files.write(file, MESSAGE);
            case "pem" -> Files.writeString(file, "-----BEGIN CMS-----\n" + base64 + "\n-----END CMS-----\n");
            default -> Files.writeString(file, base64.substring(0, 4) + "\n" + base64.substring(4) + "\n");
        }
        cabinet.open("/decrypt");
        cabinet.element("message").sendKeys(file.toString());
        cabinet.press("decrypt");
        cabinet.awaitShown("decrypted");
        assertThat(cabinet.lastCall("document.decrypt")).contains("\"message\":\"" + base64);
        assertThat(cabinet.element("decrypted").getText())
                .contains("Документ расшифрован", "10 байт", "Артёмова Анна Ильинична");
        WebElement save = cabinet.element("plain");
        assertThat(save.getDomAttribute("download")).isEqualTo("отчёт.txt");
        assertThat(cabinet.browser.switchTo().activeElement().getDomAttribute("data-testid"))
                .isEqualTo("decrypted");
        cabinet.browser.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        save.click();
        Path saved = folder.resolve("отчёт.txt");
        await().until(() -> Files.exists(saved) && Files.readString(saved).equals("plain text"));
    }

    @Test
    void noFile_andWhatIsNoMessage_areSaidBesideTheField_andGoNowhere() throws IOException {
        cabinet.open("/decrypt");
        cabinet.press("decrypt");
        cabinet.awaitText("message-wrong", "Выберите файл.");
        Path photo = Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2});
        cabinet.element("message").sendKeys(photo.toString());
        cabinet.press("decrypt");
        cabinet.awaitText("message-wrong", "Это не зашифрованный документ");
        byte[] large = new byte[8 * 1024 * 1024 + 1];
        large[0] = 0x30;
        cabinet.element("message")
                .sendKeys(Files.write(folder.resolve("large.p7m"), large).toString());
        cabinet.press("decrypt");
        cabinet.awaitText("message-wrong", "больше 8 МБ");
        assertThat(cabinet.lastCall("document.decrypt")).isEqualTo("none");
    }

    @Test
    void refusedDecryption_leavesNothingOfAnEarlierOneOnThePage() throws IOException {
        cabinet.open("/decrypt");
        cabinet.element("message")
                .sendKeys(Files.write(folder.resolve("one.p7m"), MESSAGE).toString());
        cabinet.press("decrypt");
        cabinet.awaitShown("decrypted");
        cabinet.refuse("document.decrypt", "cancelled");
        cabinet.press("decrypt");
        cabinet.awaitShown("notice");
        assertThat(cabinet.element("decrypted").isDisplayed()).isFalse();
        assertThat(cabinet.element("plain").getDomAttribute("href")).isNull();
    }

    @Test
    void keyFromAFile_isChosenToSignTheStatement_whereItsCertificateFits() {
        cabinet.open(ApplicationState.STATEMENT);
        imports(PreparedPeople.FRESH);
        cabinet.press("import");
        cabinet.awaitText("import-said", "Ключ добавлен: Ключ, Этот компьютер.");
        cabinet.press("sign-statement");
        cabinet.awaitStep("request");
        assertThat(cabinet.lastCall("document.sign")).contains("\"certificate\":\"" + PreparedPeople.FRESH);
    }

    @Test
    void keyFromAFile_thatDoesNotFit_isSaidSo_andTheChoiceStays() {
        cabinet.open(ApplicationState.STATEMENT);
        imports("ee".repeat(32));
        cabinet.press("import");
        cabinet.awaitText("import-said", "сертификат не подходит");
        assertThat(Objects.requireNonNull(cabinet.element("signer").getDomProperty("value")))
                .isEqualTo(PreparedPeople.DUE);
    }

    @Test
    void keyFromAFile_withoutCertificate_isSaidSo() {
        cabinet.open("/keys");
        cabinet.press("import");
        cabinet.awaitText("import-said", "Сертификата рядом с ним не было");
    }

    private void imports(String certificate) {
        cabinet.browser.executeScript(
                "sessionStorage.setItem('imported', JSON.stringify({certificate: arguments[0], storage: 'computer', storageLabel: 'Этот компьютер', label: 'Ключ', copied: true}))",
                certificate);
    }

    private WebElement card(String sha256) {
        return cabinet.browser.findElement(By.cssSelector(".key[data-certificate='" + sha256 + "']"));
    }

    private static void act(WebElement card, String testId, String said) {
        card.findElement(CabinetBrowser.testId(testId)).click();
        await().until(() -> card.findElement(By.className("said")).getText().contains(said));
    }
}
