// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The windows as a person meets them: shown on a real display, acted on by keyboard and mouse alone, in a JVM of their own. */
class WindowsTest extends OnADesk {
    @ParameterizedTest
    @CsvSource({
        "consent.certificates, answer NO",
        "storage.key, fault CANCELLED",
        "password.existing, fault CANCELLED",
        "password.new, fault CANCELLED",
        "document.statement, fault CANCELLED",
        "entropy, fault CANCELLED",
        "decrypt.large, fault CANCELLED",
        "site.plain, fault CANCELLED",
        "restart.computer, fault CANCELLED",
        "report.long, fault CANCELLED"
    })
    void escape_cancels_everywhere(String window, String outcome) throws Exception {
        desk.showAndSettle(window, Language.RU);
        desk.shoot(PICTURES, window, Language.RU);
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "consent.sign, RU, answer ALWAYS",
        "consent.renew, EN, answer ALWAYS",
        "storage.key, RU, answer Этот компьютер",
        "storage.backup, EN, answer This computer",
        "password.existing, RU, answer password of 0 octets",
        "password.new, RU, answer password of 0 octets",
        "document.short, RU, answer SIGNED",
        "consent.decrypt, RU, answer ALWAYS",
        "consent.decrypt, EN, answer ALWAYS",
        "password.archive, RU, answer password of 0 octets",
        "password.verify, RU, answer password of 0 octets",
        "decrypt.large, EN, answer DECRYPTED",
        "decrypt.large, RU, answer DECRYPTED",
        "decrypt.small, EN, answer DECRYPTED",
        "site.plain, RU, answer ADDED",
        "site.forged, EN, answer ADDED",
        "restart.computer, EN, answer RESTARTED",
        "report.short, RU, answer GIVEN"
    })
    void controlEnter_acts_everywhere(String window, Language language, String outcome) throws Exception {
        desk.showAndSettle(window, language);
        desk.shoot(PICTURES, window, language);
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @Test
    void actingButton_isDeaf_atFirst() throws Exception {
        // Keys that were on their way when the window came.
        desk.showAndPressAtOnce("consent.certificates", Language.RU, "ctrl+Return", "ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(300))).isTrue();
        desk.settle();
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer ALWAYS");
    }

    @ParameterizedTest
    @CsvSource({"alt+y, answer NO", "alt+j, answer ONCE", "alt+d, answer ALWAYS"})
    void mnemonics_workByPlace_whateverLayoutIsOn(String key, String outcome) throws Exception {
        desk.showAndSettle("consent.backup", Language.RU);
        desk.press(key);
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"alt+n, answer NO", "alt+o, answer ONCE", "alt+a, answer ALWAYS"})
    void mnemonics_workInEnglish(String key, String outcome) throws Exception {
        desk.showAndSettle("consent.storages", Language.EN);
        desk.press(key);
        assertThat(desk.outcome()).isEqualTo(outcome);
    }

    @Test
    void tab_reachesTheActingButtonLast() throws Exception {
        desk.showAndSettle("consent.certificates", Language.RU);
        desk.press("Tab", "Tab", "Tab", "space");
        assertThat(desk.outcome()).isEqualTo("answer ALWAYS");
    }

    @Test
    void document_cannotBeSigned_beforeItsEndWasShown() throws Exception {
        desk.showAndSettle("document.statement", Language.RU);
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.press("Next");
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.press("End");
        desk.shoot(PICTURES, "document.statement-end", Language.RU);
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer SIGNED");
    }

    /** Before its lines are broken such a text is one line high. */
    @Test
    void document_ofOneParagraph_cannotBeSignedBeforeItsEndWasShown() throws Exception {
        desk.showAndSettle("document.paragraph", Language.RU);
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.press("End");
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer SIGNED");
    }

    @Test
    void document_findsInItsText() throws Exception {
        desk.showAndSettle("document.receipt", Language.RU);
        desk.press("ctrl+f");
        desk.type("24.");
        desk.press("Return");
        desk.shoot(PICTURES, "document.receipt-find", Language.RU);
        desk.press("ctrl+Return");
        // What was found lies below: finding it does not count as reading to the end unless the end is on the screen.
        desk.press("Escape");
        assertThat(desk.outcome()).startsWith("fault").endsWith("CANCELLED");
    }

    @Test
    void newPassword_isAskedTwice() throws Exception {
        desk.showAndSettle("password.new", Language.RU);
        desk.type("correct-Horse-7");
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.press("Tab");
        desk.type("correct-Horse-8");
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.shoot(PICTURES, "password.new-unequal", Language.RU);
        desk.press("BackSpace");
        desk.type("7");
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("answer password of 15 octets correct-Horse-7");
    }

    @Test
    void existingPassword_isTakenByEnter() throws Exception {
        desk.showAndSettle("password.wrong", Language.RU);
        desk.shoot(PICTURES, "password.wrong", Language.RU);
        desk.type("secret");
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("answer password of 6 octets secret");
    }

    @Test
    void backup_mayGoToAnotherFolder() throws Exception {
        desk.showAndSettle("storage.backup", Language.RU);
        // Alt and the key of «Д»; then into the field beneath.
        desk.press("alt+l", "Tab");
        desk.press("ctrl+Return");
        assertThat(desk.staysOpen(Duration.ofMillis(500))).isTrue();
        desk.type("/tmp/../tmp/backup");
        desk.shoot(PICTURES, "storage.backup-folder", Language.RU);
        desk.press("ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer /tmp/backup");
    }

    @Test
    void medium_isChosenByItsNumber() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        desk.press("alt+2", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Флешка KINGSTON");
    }

    @Test
    void unusableMedium_cannotBeChosen() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        desk.press("alt+3", "ctrl+Return");
        assertThat(desk.outcome()).isEqualTo("answer Этот компьютер");
    }

    @Test
    void entropy_isGatheredByTheKeyboardAlone() throws Exception {
        desk.showAndSettle("entropy", Language.RU);
        Random random = new Random();
        String[] keys = {"a", "b", "Tab", "space", "Return", "ctrl+Return", "alt+j", "k", "m", "x", "p", "q"};
        for (int i = 0; i < 600 && desk.staysOpen(Duration.ZERO); i++) {
            // Irregular, as a person presses, or the sensor's health tests would rightly complain.
            desk.xdotool("key", "--delay", String.valueOf(random.nextInt(60)), keys[random.nextInt(keys.length)]);
            if (i == 60) {
                desk.shoot(PICTURES, "entropy-keys", Language.RU);
            }
        }
        assertThat(desk.outcome()).isEqualTo("answer 32");
    }

    @Test
    void window_closes_whenTheTaskIsCancelled() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        desk.cancelTask();
        assertThat(desk.outcome()).isEqualTo("fault CANCELLED");
        assertThat(desk.xdotool("search", "--onlyvisible", "--name", "^Обнова: "))
                .isEmpty();
    }

    @Test
    void restart_isNotWhatAHastyKeyDoes() throws Exception {
        desk.showAndSettle("restart.computer", Language.RU);
        desk.press("Return");
        assertThat(desk.outcome()).isEqualTo("fault CANCELLED");
    }

    @Test
    void secondWindow_waitsForItsTurn() throws Exception {
        desk.showAndSettle("password.existing", Language.RU);
        desk.order("show consent.certificates RU");
        assertThat(desk.staysOpen(Duration.ofMillis(800))).isTrue();
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo("fault CANCELLED");
        assertThat(desk.outcome()).isEqualTo("waiting CONSENT");
        desk.settle();
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo("answer NO");
    }
}
