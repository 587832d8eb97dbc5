// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

class FrameTest {
    @Test
    void mark_isThatOfTheSvg() throws IOException {
        try (InputStream in = Objects.requireNonNull(Mark.class.getResourceAsStream("mark.svg"))) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(svg).contains("d=\"" + Mark.BOW + "\"", "d=\"" + Mark.SHAFT + "\"", "d=\"" + Mark.HEAD + "\"");
            assertThat(svg).contains("viewBox=\"0 0 " + Mark.SIDE + " " + Mark.SIDE + "\"");
        }
    }

    @Test
    void mark_liesWithinItsBox() {
        assertThat(Mark.path(Mark.BOW + Mark.SHAFT + Mark.HEAD).getBounds2D())
                .matches(bounds -> bounds.getMinX() >= 8 && bounds.getMinY() >= 8)
                .matches(bounds -> bounds.getMaxX() <= 120 && bounds.getMaxY() <= 120);
    }

    @ParameterizedTest
    @CsvSource({"&Подписать, Подписать, 0", "Пр&одолжить, Продолжить, 2", "Без знака, Без знака, -1"})
    void caption_readsItsMark(String marked, String text, int index) {
        assertThat(Caption.of(marked)).isEqualTo(new Caption(text, index));
    }

    /** The letters lie at the same places of a keyboard with Russian (ЙЦУКЕН) and US layouts. */
    @ParameterizedTest
    @CsvSource({"&Подписать, G", "&Отмена, J", "&Нет, Y", "&Всегда разрешать, D", "&Once, ''"})
    void caption_knowsTheLatinKeyAtTheSamePlace(String marked, String key) {
        assertThat(Caption.of(marked).placeKey())
                .isEqualTo(key.isEmpty() ? 0 : KeyEvent.getExtendedKeyCodeForChar(key.charAt(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, остался 1 день",
        "2, осталось 2 дня",
        "5, осталось 5 дней",
        "11, осталось 11 дней",
        "14, осталось 14 дней",
        "21, остался 21 день",
        "22, осталось 22 дня",
        "112, осталось 112 дней",
        "101, остался 101 день"
    })
    void count_usesTheRussianFormOfTheNumber(long days, String text) throws ClassNotFoundException {
        Words words = Words.beside(Class.forName("org.obnova.host.ui.document.DocumentSheet"), Language.RU);
        assertThat(words.count("validity.left", days)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "dconf/user, \u0000x color-scheme 'prefer-dark', true",
        "dconf/user, \u0000x color-scheme 'prefer-light', false",
        "gtk-3.0/settings.ini, gtk-application-prefer-dark-theme = 1, true",
        "gtk-3.0/settings.ini, gtk-application-prefer-dark-theme = 0, false",
        "gtk-3.0/settings.ini, gtk-theme-name=Adwaita-dark, true",
        "kdeglobals, ColorScheme=BreezeDark, true",
        "kdeglobals, ColorScheme=BreezeLight, false",
        "nothing, dark, false"
    })
    void dark_followsFromTheDesktopsFiles(String file, String content, boolean dark, @TempDir Path home)
            throws IOException {
        Path path = home.resolve(".config").resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, content);
        assertThat(DesktopTheme.of(Map.of(), home).dark()).isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource({"Adwaita:dark, true", "Adwaita, false"})
    void dark_isSaidByTheEnvironmentFirst(String theme, boolean dark, @TempDir Path home) {
        assertThat(DesktopTheme.of(Map.of("GTK_THEME", theme), home).dark()).isEqualTo(dark);
    }
}
