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
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.identity.PersonName;
import org.obnova.demo.identity.Sex;
import org.obnova.demo.identity.Snils;

/**
 * What the papers of the demo's people say.
 *
 * @param organisation of whoever works for it
 * @param business number of a sole proprietor's business; null of others
 */
public record DemoPapers(
        Holder holder,
        Person person,
        @Nullable Organisation organisation,
        @Nullable Ogrnip business) {
    /** For which the accountant, the declarant, the head and the new employee work. */
    public static final Organisation ORGANISATION = new Organisation(
            "ООО «Ромашка»",
            new Inn("7700000016"),
            new Ogrn("1027700000019"),
            "115000, г. Москва, ул. Садовая, д. 1",
            new PersonName("Мясоедов", "Пётр", "Ильич"),
            "Генеральный директор");

    /** Which has a new head. */
    public static final Organisation OF_THE_NEW_HEAD = new Organisation(
            "ООО «Василёк»",
            new Inn("7700000023"),
            new Ogrn("1027700000020"),
            "125009, г. Москва, ул. Полевая, д. 14",
            new PersonName("Барсуков", "Семён", "Тимофеевич"),
            "Директор");

    /** The papers of those people, but for whom the service centre has written down no more than a name. */
    static List<DemoPapers> of(List<Holder> holders) {
        return holders.stream()
                .filter(holder -> !DemoNewcomers.has(holder))
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
            case DemoNewcomers.NATURAL_PERSON ->
                papers(holder, passport("4520", "404142", "2020-06-18", "2000-05-11"), Sex.MALE, null);
            case DemoNewcomers.EMPLOYEE ->
                papers(holder, passport("4519", "550617", "2019-11-05", "1998-09-02"), Sex.FEMALE, "Кладовщик");
            case DemoNewcomers.HEAD ->
                papers(holder, passport("4511", "638290", "2011-07-21", "1966-06-30"), Sex.MALE, "Директор");
            case DemoNewcomers.SOLE_PROPRIETOR ->
                papers(holder, passport("4613", "207745", "2013-04-16", "1968-03-27"), Sex.FEMALE, null);
            default -> throw new IllegalArgumentException("none of the demo's people");
        };
    }

    /** As the holder fills it in. */
    public PersonForm form() {
        PersonForm form = PersonForm.of(person);
        return business == null ? form : form.with("ogrnip", business.digits());
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
        return new DemoPapers(
                holder, person, position == null ? null : employer(holder), DemoNewcomers.business(holder));
    }

    private static Organisation employer(Holder holder) {
        return holder.id().equals(DemoNewcomers.HEAD) ? OF_THE_NEW_HEAD : ORGANISATION;
    }
}
