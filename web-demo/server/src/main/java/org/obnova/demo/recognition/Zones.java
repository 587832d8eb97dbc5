// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.obnova.demo.recognition.Recognised.Field;
import org.obnova.demo.recognition.ZoneFinder.Zone;

/** Reads the two lines of a zone (order of the Federal Migration Service 279 of 2013; ICAO Doc 9303 part 4). */
final class Zones {
    /** A passport of this form was given from 1997 on. */
    private static final int FIRST_YEAR = 1997;

    private final Templates templates;
    private final LocalDate today;

    Zones(Templates templates, LocalDate today) {
        this.templates = templates;
        this.today = today;
    }

    /** The fields of a zone; nothing where it is no Russian passport's. */
    Optional<Map<String, Field>> read(Zone zone) {
        UpperLine upper = new UpperLine(cells(zone.page(), zone.upper()));
        LowerLine lower = new LowerLine(cells(zone.page(), zone.lower()));
        if (!upper.plausible() || !lower.plausible()) {
            return Optional.empty();
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        upper.surname().ifPresent(field -> fields.put("surname", field));
        upper.givenName().ifPresent(field -> fields.put("givenName", field));
        upper.patronymic().ifPresent(field -> fields.put("patronymic", field));
        fields.put("documentKind", new Field("passport", true));
        fields.put("series", new Field(lower.series(), lower.seriesSure()));
        fields.put("number", new Field(lower.number(), lower.numberSure()));
        fields.put("departmentCode", new Field(lower.department(), lower.restSure()));
        day(lower.issued(), FIRST_YEAR).ifPresent(day -> fields.put("issued", new Field(day, lower.restSure())));
        day(lower.birth(), today.getYear() - 99)
                .ifPresent(day -> fields.put("birthDate", new Field(day, lower.birthSure())));
        fields.put("sex", new Field(lower.sex() == 'M' ? "male" : "female", lower.sexSure()));
        fields.put("citizenship", new Field("RU", true));
        return Optional.of(fields);
    }

    private java.util.List<Cell> cells(Grey page, Line line) {
        return IntStream.range(0, Line.LENGTH)
                .mapToObj(number -> Cell.look(page, line, number, templates))
                .toList();
    }

    /** A day whose year has two digits, in the hundred years from that one on; nothing that is no day or lies ahead. */
    private Optional<String> day(String sixDigits, int from) {
        int year = Integer.parseInt(sixDigits.substring(0, 2));
        int century = from - Math.floorMod(from, 100);
        int full = century + year < from ? century + 100 + year : century + year;
        try {
            LocalDate day = LocalDate.of(
                    full, Integer.parseInt(sixDigits.substring(2, 4)), Integer.parseInt(sixDigits.substring(4)));
            return day.isAfter(today) ? Optional.empty() : Optional.of(day.toString());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
