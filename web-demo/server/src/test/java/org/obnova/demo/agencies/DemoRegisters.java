// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Sex;
import org.obnova.demo.identity.Snils;

/** The agencies of the demo with two people, an organisation and a sole proprietor. */
public final class DemoRegisters {
    public static final Person ALYONA = new Person(
            new PersonName("Кораблёва", "Алёна", "Юрьевна"),
            new IdentityDocument(DocumentKind.PASSPORT, "4511", "123456", "770-001", LocalDate.of(2011, 4, 12)),
            LocalDate.of(1984, 3, 14),
            "г. Тверь",
            Sex.FEMALE,
            "RU",
            new Snils("11223344595"),
            new Inn("770000000156"),
            "korableva@example.org",
            null,
            null);
    public static final Person AZAMAT = new Person(
            new PersonName("Каримов", "Азамат", null),
            new IdentityDocument(DocumentKind.FOREIGN_PASSPORT, null, "AB1234567", null, LocalDate.of(2020, 1, 9)),
            LocalDate.of(1990, 7, 2),
            "Ташкент",
            Sex.MALE,
            "UZ",
            new Snils("08765430300"),
            new Inn("770000000220"),
            "karimov@example.org",
            null,
            null);
    public static final Organisation ORGANISATION = new Organisation(
            "ООО «Ромашка»",
            new Inn("7707083893"),
            new Ogrn("1027700132195"),
            "119000, г. Москва, ул. Лесная, д. 1",
            new PersonName("Мясоедов", "Пётр", "Ильич"),
            "Генеральный директор");
    public static final Ogrnip PROPRIETOR = new Ogrnip("304500116000157");

    private DemoRegisters() {}

    /** Started; slow ones take ten seconds. */
    public static Agencies start() throws IOException {
        return Agencies.start(
                new Population(
                        List.of(ALYONA, AZAMAT),
                        List.of(ORGANISATION),
                        Map.of(PROPRIETOR.digits(), new Inn("770000000156"))),
                Duration.ofSeconds(10));
    }
}
