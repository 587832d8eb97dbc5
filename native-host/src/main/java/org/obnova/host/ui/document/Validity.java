// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.obnova.host.ui.frame.Words;

/** Says from when to when a certificate is valid, and how many days are left. The months are words of ours, so that no locale data is loaded. */
final class Validity {
    private final Words words;
    private final ZoneId zone;

    Validity(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** For example «с 14 марта 2026 до 14 марта 2027, осталось 27 дней». */
    String text(Instant from, Instant to, Instant now) {
        String range = words.text("validity", Map.of("from", date(from), "to", date(to)));
        return range + ", " + left(to, now);
    }

    private String left(Instant to, Instant now) {
        if (!to.isAfter(now)) {
            return words.text("validity.ended");
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), LocalDate.ofInstant(to, zone));
        return days == 0 ? words.text("validity.today") : words.count("validity.left", days);
    }

    private String date(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return words.text(
                "date",
                Map.of(
                        "day", Integer.toString(date.getDayOfMonth()),
                        "month", words.text("month." + date.getMonthValue()),
                        "year", Integer.toString(date.getYear())));
    }
}
