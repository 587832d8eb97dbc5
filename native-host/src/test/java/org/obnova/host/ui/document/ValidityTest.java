// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Words;

class ValidityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RU | 2027-02-15T09:00:00Z | с 14 марта 2026 до 14 марта 2027, осталось 27 дней
        RU | 2027-03-13T23:00:00Z | с 14 марта 2026 до 14 марта 2027, заканчивается сегодня
        RU | 2027-03-14T12:00:00Z | с 14 марта 2026 до 14 марта 2027, срок истёк
        EN | 2027-03-13T09:00:00Z | from 14 March 2026 to 14 March 2027, 1 day left
        """)
    void text_saysTheDatesAndTheDaysLeft(Language language, Instant now, String text) {
        Validity validity = new Validity(Words.beside(DocumentSheet.class, language), ZoneId.of("Europe/Moscow"));
        assertThat(validity.text(Instant.parse("2026-03-14T12:00:00Z"), Instant.parse("2027-03-14T12:00:00Z"), now))
                .isEqualTo(text);
    }
}
