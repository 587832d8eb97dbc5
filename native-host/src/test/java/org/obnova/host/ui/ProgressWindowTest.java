// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** The window that tells of a token at work, on a real display. */
class ProgressWindowTest {
    private static final Path PICTURES = Path.of("target", "screens").toAbsolutePath();
    private static final Duration MOMENT = Duration.ofMillis(400);

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Desk.has("Xvfb", "xdotool"), "Xvfb or xdotool is not installed");
        desk = new Desk(Files.createTempDirectory("obnova-progress"), List.of(), List.of(), "");
    }

    @AfterAll
    static void close() throws IOException {
        if (desk != null) {
            desk.close();
        }
    }

    @AfterEach
    void shut() throws IOException, InterruptedException {
        desk.shut();
    }

    @ParameterizedTest
    @CsvSource({"making.active, RU", "making.passive, EN"})
    void window_closesByItself_whenTheKeyIsMade(String window, Language language) throws Exception {
        desk.showAndSettle(window, language);
        desk.shoot(PICTURES, window, language);
        desk.order("answered");
        assertThat(desk.outcome()).isEqualTo("answer MADE");
        assertThat(desk.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Escape", "alt+c"})
    void hiding_doesNotCancelTheWork(String key) throws Exception {
        desk.showAndSettle("making.active", Language.RU);
        desk.press(key);
        assertThat(desk.isEmpty()).isTrue();
        assertThat(desk.staysOpen(MOMENT)).as("the work goes on").isTrue();
        desk.order("answered");
        assertThat(desk.outcome()).isEqualTo("answer MADE");
    }

    @ParameterizedTest
    @CsvSource({"Return", "ctrl+Return", "space"})
    void keysOnTheirWay_hideNothing(String key) throws Exception {
        desk.showAndSettle("making.active", Language.EN);
        desk.press(key);
        assertThat(desk.xdotool("search", "--onlyvisible", "--name", "^Obnova: "))
                .isNotEmpty();
    }

    @Test
    void windowThatNeedsThePerson_comesWithoutWaiting_andThisOneGoes() throws Exception {
        desk.showAndSettle("making.active", Language.RU);
        desk.order("show pin.locked EN");
        assertThat(desk.outcome()).isEqualTo("waiting PIN");
        desk.settle();
        assertThat(desk.xdotool("search", "--onlyvisible", "--name", "^Обнова: "))
                .isEmpty();
        desk.press("Escape");
        assertThat(desk.outcome()).isEqualTo("answer READ");
    }
}
