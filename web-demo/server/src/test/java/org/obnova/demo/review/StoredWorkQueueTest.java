// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.review.QueueFilter.Stage;

/** Which applications are found, and how pages follow each other. */
class StoredWorkQueueTest {
    private static final String ROMASHKA = "7700000016";

    @TempDir
    Path folder;

    private Office office;
    private StoredWorkQueue queue;
    private Application first;
    private Application second;
    private Application third;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
        queue = new StoredWorkQueue(office.database, office.desk, office.clock, 2);
        first = begin("korableva", Reason.UNPLANNED);
        second = begin("zhuravlyov", Reason.FIRST_ISSUE);
        third = begin("soloveva", Reason.FIRST_ISSUE);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Application begin(String holder, Reason reason) {
        Application begun = office.desk.openFirst(office.holders.byId(holder).orElseThrow(), reason);
        office.clock.advance(Duration.ofDays(1));
        return begun;
    }

    @Test
    void pages_followEachOtherByKeys_andNoneIsLostWhereOneBefore_isGone() {
        QueuePage page = queue.page(filter(""), null, "");
        assertThat(ids(page)).containsExactly(first.id(), second.id());
        office.desk.begin(first.id());

        QueuePage next = queue.page(filter(""), null, page.next());
        assertThat(ids(next)).containsExactly(third.id(), first.id());
        assertThat(next.next()).isEmpty();
        assertThat(ids(queue.page(filter(""), null, "'; DROP TABLE application; --")))
                .hasSize(2);
    }

    @Test
    void text_isASurname_aNumberOfAPerson_orThatOfTheApplication() {
        assertThat(find("Кораблёва")).containsExactly(first.id());
        assertThat(find("кораблёва")).containsExactly(first.id());
        assertThat(find("Кораблева")).isEmpty();
        assertThat(find("112-233-445 95")).containsExactly(first.id());
        assertThat(find("770000000220")).containsExactly(second.id());
        assertThat(find(third.id())).containsExactly(third.id());
        assertThat(find("' OR '1'='1")).isEmpty();
    }

    @Test
    void filters_areAllMet() {
        assertThat(ids(queue.page(new QueueFilter(Stage.BEGUN, HolderKind.NATURAL_PERSON, null, "", 0, ""), null, "")))
                .containsExactly(second.id());
        assertThat(ids(queue.page(new QueueFilter(Stage.BEGUN, null, Reason.UNPLANNED, "", 0, ""), null, "")))
                .containsExactly(first.id());
        assertThat(ids(queue.page(new QueueFilter(Stage.BEGUN, null, null, "", 2, ""), null, "")))
                .containsExactly(first.id(), second.id());
        assertThat(ids(queue.page(new QueueFilter(Stage.BEGUN, null, null, "kazan", 0, ""), null, "")))
                .isEmpty();
        assertThat(ids(queue.page(QueueFilter.WAITING, null, ""))).isEmpty();
    }

    @Test
    void officer_findsTheOwnOrganisationAlone() {
        List<String> all = new ArrayList<>(ids(queue.page(filter(""), ROMASHKA, "")));
        assertThat(all).containsExactly(first.id(), third.id());
        assertThat(ids(queue.page(filter("Журавлёв"), ROMASHKA, ""))).isEmpty();
        assertThat(ids(queue.page(filter(""), "7700000099", ""))).isEmpty();
    }

    private List<String> find(String text) {
        return ids(queue.page(filter(text), null, ""));
    }

    private static QueueFilter filter(String text) {
        return new QueueFilter(Stage.BEGUN, null, null, "", 0, text);
    }

    private static List<String> ids(QueuePage page) {
        return page.rows().stream().map(Application::id).toList();
    }
}
