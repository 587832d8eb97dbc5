// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;

/**
 * Those of the demo who have no certificate yet (S29), one of each kind. The service centre wrote down a name and a phone, and of whom an organisation sent also the
 * organisation; all else they fill in themselves.
 */
public final class DemoNewcomers {
    /** For himself. */
    public static final String NATURAL_PERSON = "yozhikov";
    /** Newly employed. */
    public static final String EMPLOYEE = "lisyonkova";
    /** Newly the head. */
    public static final String HEAD = "barsukov";
    /** Sole proprietor. */
    public static final String SOLE_PROPRIETOR = "vorobyova";

    private static final List<Holder> ALL = List.of(
            newcomer(
                    NATURAL_PERSON,
                    HolderKind.NATURAL_PERSON,
                    "+79000000005",
                    "Ёжиков",
                    "Андрей Майевич",
                    "15015015093",
                    "770000000540"),
            newcomer(
                    EMPLOYEE,
                    HolderKind.EMPLOYEE,
                    "+79000000006",
                    "Лисёнкова",
                    "Майя Олеговна",
                    "24680135769",
                    "770000000614"),
            newcomer(
                    HEAD,
                    HolderKind.HEAD,
                    "+79000000007",
                    "Барсуков",
                    "Семён Тимофеевич",
                    "35791246813",
                    "770000000798"),
            newcomer(
                    SOLE_PROPRIETOR,
                    HolderKind.SOLE_PROPRIETOR,
                    "+79000000008",
                    "Воробьёва",
                    "Зоя Ильинична",
                    "46802357999",
                    "770000000861"));

    private DemoNewcomers() {}

    static List<Holder> all() {
        return ALL;
    }

    static boolean has(Holder holder) {
        return ALL.stream().anyMatch(one -> one.id().equals(holder.id()));
    }

    /** The number of a business; null of who has none. */
    static @Nullable Ogrnip business(Holder holder) {
        return holder.id().equals(SOLE_PROPRIETOR) ? new Ogrnip("315770000000022") : null;
    }

    private static Holder newcomer(
            String id, HolderKind kind, String phone, String surname, String givenName, String snils, String inn) {
        CertificateSubject subject = new CertificateSubject(
                surname + " " + givenName, surname, givenName, "RU", snils, inn, id + "@example.org");
        return new Holder(id, subject, new Phone(phone), CertificateUse.GENERAL, kind);
    }
}
