// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/** The words of the pages in one language, and how dates and counts are said in it. */
public final class Texts {
    private static final String BUNDLE = "org.obnova.demo.web.pages";
    /** Days on the pages are Moscow's, as in the CA's dates. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Language language;
    private final ResourceBundle bundle;

    public Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /** The text of a key; a missing key is a defect, and fails. */
    public String t(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with {@code {0}}, {@code {1}}… replaced. */
    public String t(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }

    /** A day as people write it: «14 марта 2027». */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZONE));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", language.locale())
                .withZone(ZONE)
                .format(instant);
    }

    /** A count of days with the right form: «1 день», «2 дня», «27 дней». */
    public String days(long count) {
        return count + " " + t("days." + form(count));
    }

    /** An upper limit: «1 часа», «30 минут», to stand after «не более». */
    public String atMost(Duration limit) {
        boolean hours = limit.toMinutes() % 60 == 0;
        long count = hours ? limit.toHours() : limit.toMinutes();
        String form = form(count).equals("one") ? "one" : "many";
        return count + " " + t((hours ? "hours." : "minutes.") + form);
    }

    private String form(long count) {
        if (language == Language.EN) {
            return count == 1 ? "one" : "many";
        }
        long tens = Math.abs(count) % 100;
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }
}
