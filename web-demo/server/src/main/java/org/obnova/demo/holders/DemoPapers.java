// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.IdentityDocument;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Sex;
import org.obnova.demo.identity.Snils;

/**
 * What the papers of the demo's people say.
 *
 * @param organisation of whoever works for it
 */
public record DemoPapers(
        Holder holder, Person person, @Nullable Organisation organisation) {
    /** For which the accountant, the declarant and the head work. */
    public static final Organisation ORGANISATION = new Organisation(
            "ООО «Ромашка»",
            new Inn("7700000016"),
            new Ogrn("1027700000019"),
            "115000, г. Москва, ул. Садовая, д. 1",
            new PersonName("Мясоедов", "Пётр", "Ильич"),
            "Генеральный директор");

    /** The papers of those people, but for whom the service centre has written down no more than a name. */
    static List<DemoPapers> of(List<Holder> holders) {
        return holders.stream()
                .filter(holder -> !holder.id().equals("yozhikov"))
                .map(DemoPapers::of)
                .toList();
    }

    /** What is true of everybody in the demo, whether the CA has written it down or not: the state registers know it. */
    public static List<DemoPapers> ofEverybody() {
        return DemoPeople.everybody().stream().map(DemoPapers::of).toList();
    }

    /** What is true of that one of the demo's people. */
    public static DemoPapers of(Holder holder) {
        return switch (holder.id()) {
            case "korableva" ->
                papers(holder, passport("4512", "345678", "2012-04-03", "1984-03-14"), Sex.FEMALE, "Бухгалтер");
            case "zhuravlyov" -> papers(holder, passport("4518", "902143", "2019-02-12", "1999-01-28"), Sex.MALE, null);
            case "soloveva" ->
                papers(holder, passport("4616", "118202", "2016-08-25", "1971-07-19"), Sex.FEMALE, "Декларант");
            case "myasoedov" ->
                papers(
                        holder,
                        passport("4510", "771504", "2010-11-30", "1965-10-05"),
                        Sex.MALE,
                        "Генеральный директор");
            case "yozhikov" -> papers(holder, passport("4520", "404142", "2020-06-18", "2000-05-11"), Sex.MALE, null);
            default -> throw new IllegalArgumentException("none of the demo's people");
        };
    }

    private static Passport passport(String series, String number, String issued, String born) {
        return new Passport(series, number, LocalDate.parse(issued), LocalDate.parse(born));
    }

    private record Passport(String series, String number, LocalDate issued, LocalDate born) {}

    private static DemoPapers papers(Holder holder, Passport passport, Sex sex, @Nullable String position) {
        String[] given = holder.subject().givenName().split(" ", 2);
        String email = holder.subject().email();
        Person person = new Person(
                new PersonName(holder.subject().surname(), given[0], given[1]),
                new IdentityDocument(
                        DocumentKind.PASSPORT, passport.series(), passport.number(), "770-001", passport.issued()),
                passport.born(),
                "г. Москва",
                sex,
                "RU",
                new Snils(holder.subject().snils()),
                new Inn(holder.subject().inn()),
                email == null ? holder.id() + "@example.org" : email,
                position,
                null);
        return new DemoPapers(holder, person, position == null ? null : ORGANISATION);
    }
}
