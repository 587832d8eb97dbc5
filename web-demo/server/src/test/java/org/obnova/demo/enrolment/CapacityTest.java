// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.demo.Office;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Capacity;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.KeyFile;
import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;

/** In what capacity each kind of holder stands in the certificate, at the first issue and at a renewal, and on the papers before and after it. */
class CapacityTest {
    private static final CaProfile GOST = CaProfile.GOST256;
    private static final Capacity ROMASHKA = new Capacity.ForOrganisation(
            "ООО «Ромашка»",
            "7700000016",
            "1027700000019",
            new Capacity.Place("г. Москва", "г. Москва", "ул. Садовая, д. 1"),
            "Кладовщик",
            null);
    private static final Capacity VASILYOK = new Capacity.ForOrganisation(
            "ООО «Василёк»",
            "7700000023",
            "1027700000020",
            new Capacity.Place("г. Москва", "г. Москва", "ул. Полевая, д. 14"),
            "Директор",
            null);
    private static final Capacity BUSINESS = new Capacity.Business("315770000000022");

    @TempDir
    Path folder;

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("2017", DemoNewcomers.NATURAL_PERSON, new Capacity.Private(), "ИНН: 770000000540"),
                Arguments.of("2017", DemoNewcomers.EMPLOYEE, ROMASHKA, "Организация: ООО «Ромашка»"),
                Arguments.of("2017", DemoNewcomers.HEAD, VASILYOK, "Место нахождения: г. Москва, ул. Полевая, д. 14"),
                Arguments.of("2017", DemoNewcomers.SOLE_PROPRIETOR, BUSINESS, "ОГРНИП: 315770000000022"),
                Arguments.of("current", DemoNewcomers.EMPLOYEE, new Capacity.Private(), "ИНН: 770000000614"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kinds")
    void firstCertificate_namesWhomTheKindActsFor(String regime, String person, Capacity capacity, String line) {
        try (Office office = Office.open(folder, GOST, regime)) {
            String id = FirstIssueTest.filledIn(office, person);
            if (regime.equals("2017")) {
                office.desk.proceedings().statementOnPaper(id);
            }
            assertThat(office.desk.statement(id).text()).contains(line);
            FirstIssueTest.seen(office, id);
            FirstIssueTest.issue(office, id);

            IssuedCertificate issued = office.desk.issued(id).orElseThrow().entry();
            assertThat(issued.bearer().map(Bearer::capacity)).contains(capacity);
            assertThat(issued.subject()
                            .orElseThrow()
                            .samePerson(holder(office, person).subject()))
                    .isTrue();
            if (regime.equals("current")) {
                assertThat(office.desk.receipt(id).text()).contains(line);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("kinds")
    void renewal_isSignedWithTheOldCertificate_andKeepsTheCapacity(
            String regime, String person, Capacity capacity, String line) {
        try (Office office = Office.open(folder, GOST, regime)) {
            Holder holder = holder(office, person);
            KeyFile old = held(office, holder, capacity);
            office.holders.keep(person, DemoPapers.of(holder).form());
            office.keys.put("held", old);
            String id = office.desk.open(office.sha256("held"), holder).id();
            office.desk.begin(id);
            assertThat(office.desk.confirmData(id).progress().route()).isEqualTo(Route.SIGNATURE);
            byte[] text = office.desk.statement(id).text().getBytes(UTF_8);
            assertThat(new String(text, UTF_8)).contains(line, "взамен сертификата");
            office.desk.receiveStatement(id, office.openssl.sign(old, GOST, text));
            if (regime.equals("2017")) {
                office.desk.proceedings().documentsComplete(id);
                office.desk.proceedings().send(id);
                office.desk.proceedings().approve(id);
            }

            FirstIssueTest.issue(office, id);

            IssuedCertificate issued = office.desk.issued(id).orElseThrow().entry();
            assertThat(issued.bearer().map(Bearer::capacity)).contains(capacity);
        }
    }

    @Test
    void head_ofTheDemo_holdsTheOrganisationsCertificate() {
        try (Office office = Office.open(folder, GOST, "2017")) {
            Capacity capacity =
                    office.certificate("myasoedov-1").bearer().orElseThrow().capacity();

            assertThat(capacity)
                    .isInstanceOfSatisfying(
                            Capacity.ForOrganisation.class,
                            of -> assertThat(of.title()).isEqualTo("Генеральный директор"));
        }
    }

    /** A certificate that the holder has for eleven months already. */
    private static KeyFile held(Office office, Holder holder, Capacity capacity) {
        Instant end = office.clock.instant().plus(Duration.ofDays(30));
        return office.authority.enrol(
                holder.id(),
                new Bearer(holder.subject(), capacity),
                GOST,
                end.minus(Duration.ofDays(365)),
                end,
                false,
                false);
    }

    private static Holder holder(Office office, String person) {
        return office.holders.byId(person).orElseThrow();
    }
}
