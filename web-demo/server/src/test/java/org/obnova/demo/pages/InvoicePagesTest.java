// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.review.Counter;
import org.obnova.demo.web.Site;

/** «Оплатите счет» in place of the issue window, and whom to call about a bought token (S15). */
class InvoicePagesTest {
    private static final Actor CLERK = new Actor(Actor.Role.CLERK, "clerk");

    private PreparedSites demo;
    private Counter counter;
    private Person holder;
    private String application = "";

    @BeforeEach
    void start() throws Exception {
        demo = new PreparedSites();
        counter = demo.staff.counter();
        holder = new Person(demo.sites, Site.CABINET).loggedIn("+7 900 000-00-01");
        application = demo.applications.in(ApplicationState.REQUEST, PreparedPeople.ANNA, PreparedPeople.DUE);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void unpaidInvoice_standsInPlaceOfTheIssue_andSaysWhereToTurn_untilItIsPaid() throws Exception {
        assertThat(page()).contains("data-testid=\"issue\"").doesNotContain("data-testid=\"unpaid\"");
        counter.bill(application, CLERK);

        assertThat(page())
                .contains("Оплатите счет", "data-testid=\"unpaid\"", "tel:+79000001001")
                .doesNotContain("data-testid=\"issue\"");
        assertThat(holder.post("/applications/" + application + "/agreement", "{}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.body()).contains("invoice_unpaid"));
        assertThat(holder.post("/applications/" + application + "/request", "{\"request\":\"AA==\"}")
                        .body())
                .contains("invoice_unpaid");

        counter.paid(application, CLERK);
        assertThat(page()).contains("data-testid=\"issue\"").doesNotContain("data-testid=\"unpaid\"");
        assertThat(holder.post("/applications/" + application + "/agreement", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void boughtToken_isCalledFor_untilItIsHandedOut() throws Exception {
        assertThat(page()).doesNotContain("data-testid=\"bought-token\"");
        counter.tokenBought(application, CLERK);
        assertThat(page()).contains("Вы купили токен", "договоритесь, когда и где его получить", "tel:+79000001001");
        counter.handOut(application, "RT-0001", CLERK);
        assertThat(page()).doesNotContain("data-testid=\"bought-token\"");
    }

    private String page() throws Exception {
        return holder.open("/applications/" + application).body();
    }
}
