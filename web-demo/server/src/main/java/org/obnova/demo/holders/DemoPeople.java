// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;

/**
 * The people of the demo, who exist nowhere else: an accountant with certificates of all ages, a colleague whom her phone serves
 * too, another one who works with the customs (S28), the head of the organisation, whose key is not copied (S24), and
 * {@linkplain DemoNewcomers newcomers} who have no certificate yet (S29). Certificates end at the end of a day in Moscow, so that the days left stay the same all day.
 */
public final class DemoPeople {
    private static final int MONTHS = 12;
    private static final int MOST = 100;

    private static final Holder ACCOUNTANT = new Holder(
            "korableva",
            new CertificateSubject(
                    "Кораблёва Алёна Юрьевна",
                    "Кораблёва",
                    "Алёна Юрьевна",
                    "RU",
                    "11223344595",
                    "770000000156",
                    "korableva@example.org"),
            new Phone("+79000000001"),
            CertificateUse.GENERAL,
            HolderKind.EMPLOYEE);

    private static final Holder COLLEAGUE = new Holder(
            "zhuravlyov",
            new CertificateSubject(
                    "Журавлёв Артём Сергеевич",
                    "Журавлёв",
                    "Артём Сергеевич",
                    "RU",
                    "08765430300",
                    "770000000220",
                    "zhuravlyov@example.org"),
            new Phone("+79000000002"),
            CertificateUse.GENERAL,
            HolderKind.NATURAL_PERSON);

    private static final Holder DECLARANT = new Holder(
            "soloveva",
            new CertificateSubject(
                    "Соловьёва Фёкла Игоревна",
                    "Соловьёва",
                    "Фёкла Игоревна",
                    "RU",
                    "12345678964",
                    "770000000300",
                    "soloveva@example.org"),
            new Phone("+79000000003"),
            CertificateUse.CUSTOMS,
            HolderKind.EMPLOYEE);

    private static final Holder HEAD = new Holder(
            "myasoedov",
            new CertificateSubject(
                    "Мясоедов Пётр Ильич",
                    "Мясоедов",
                    "Пётр Ильич",
                    "RU",
                    "13579246894",
                    "770000000477",
                    "myasoedov@example.org"),
            new Phone("+79000000004"),
            CertificateUse.GENERAL,
            HolderKind.HEAD);

    private final Database database;
    private final TestAuthority authority;
    private final HolderDirectory holders;
    private final InstantSource clock;

    /** People in that database, with certificates of that authority. */
    public DemoPeople(Database database, TestAuthority authority, HolderDirectory holders, InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * A key that somebody has.
     *
     * @param holder whose
     * @param number counts the holder's keys from 1
     * @param file key and chain
     */
    public record Key(Holder holder, int number, KeyFile file) {}

    /**
     * Makes the people and their keys, where there is nobody yet. The keys are handed to the caller, within the transaction, and
     * kept nowhere else.
     *
     * @param handOut puts the keys where their holders find them
     */
    public void moveIn(CaProfile profile, HandOut handOut) {
        database.update(handle -> {
            if (!holders.first(1).isEmpty()) {
                return;
            }
            holders.add(ACCOUNTANT);
            holders.add(COLLEAGUE);
            holders.add(DECLARANT);
            holders.bind(ACCOUNTANT.phone(), COLLEAGUE);
            holders.bind(ACCOUNTANT.phone(), DECLARANT);
            holders.add(HEAD);
            holders.bind(ACCOUNTANT.phone(), HEAD);
            DemoPapers.of(holders.first(MOST)).forEach(papers -> {
                holders.describe(papers.holder(), papers.form());
                holders.employ(papers.holder(), papers.organisation());
            });
            for (Holder newcomer : DemoNewcomers.all()) {
                holders.add(newcomer);
                holders.employ(newcomer, DemoPapers.of(newcomer).organisation());
            }
            List<Key> keys = new ArrayList<>();
            keys.add(key(ACCOUNTANT, 1, profile, daysLeft(27)));
            keys.add(key(ACCOUNTANT, 2, profile, daysLeft(59)));
            keys.add(key(ACCOUNTANT, 3, profile, daysLeft(60)));
            keys.add(key(ACCOUNTANT, 4, profile, daysLeft(-10)));
            keys.add(key(ACCOUNTANT, 5, profile, new Kind(200, false, true)));
            keys.add(key(ACCOUNTANT, 6, profile, new Kind(30, true, false)));
            keys.add(key(COLLEAGUE, 1, profile, daysLeft(14)));
            keys.add(key(DECLARANT, 1, profile, daysLeft(21)));
            keys.add(key(HEAD, 1, profile, daysLeft(160)));
            handOut.take(keys);
        });
    }

    /** Takes the keys of the demo. */
    @FunctionalInterface
    public interface HandOut {
        /** Keeps them; what it throws undoes the moving in. */
        void take(List<Key> keys);
    }

    /** Everybody, also who has no certificate yet. */
    static List<Holder> everybody() {
        return Stream.concat(Stream.of(ACCOUNTANT, COLLEAGUE, DECLARANT, HEAD), DemoNewcomers.all().stream())
                .toList();
    }

    private Key key(Holder holder, int number, CaProfile profile, Kind kind) {
        LocalDate last =
                LocalDate.ofInstant(clock.instant(), RenewalRule.MOSCOW).plusDays(kind.daysLeft());
        ZonedDateTime end = last.atTime(LocalTime.of(23, 59, 59)).atZone(RenewalRule.MOSCOW);
        Instant from = end.minusMonths(MONTHS).plusSeconds(1).toInstant();
        KeyFile file = authority.enrol(
                holder.id(), bearer(holder), profile, from, end.toInstant(), kind.excluded(), kind.replace());
        return new Key(holder, number, file);
    }

    /** Employees' certificates are those of natural persons, as of now; a head's was always the organisation's. */
    private static Bearer bearer(Holder holder) {
        DemoPapers papers = DemoPapers.of(holder);
        return new Bearer(holder.subject(), Capacities.of(holder.kind(), papers.form(), papers.organisation(), false));
    }

    private static Kind daysLeft(int days) {
        return new Kind(days, false, false);
    }

    /**
     * A kind of certificate.
     *
     * @param excluded by the authority of region 78
     * @param replace marked for unplanned replacement
     */
    private record Kind(int daysLeft, boolean excluded, boolean replace) {}
}
