// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.review.QueueFilter;
import org.obnova.demo.review.QueueFilter.Stage;
import org.obnova.demo.review.QueuePage;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Visit;

/** The queue. What is looked for is kept in the session: a surname or a number never stands in an address. */
final class QueuePages {
    private final Services services;

    QueuePages(Services services) {
        this.services = services;
    }

    void register(Routes routes) {
        routes.get("/", Gate.page(Duty.READ_APPLICATIONS, this::queue));
        routes.post("/filter", Gate.act(Duty.READ_APPLICATIONS, (visit, colleague) -> {
            visit.session().keep(QueueFilter.class, filter(visit));
            visit.goTo("/");
        }));
    }

    private void queue(Visit visit, Colleague colleague) {
        QueueFilter filter = visit.session().find(QueueFilter.class).orElse(QueueFilter.WAITING);
        QueuePage page = services.staff()
                .queue()
                .page(filter, colleague.employer(), visit.query("after").orElse(""));
        visit.shows("queue", filter.stage().key());
        visit.page(
                "operator/queue",
                visit.texts().t("operator.queue"),
                new QueueView(
                        page,
                        filter,
                        List.copyOf(services.casework().centres()),
                        visit.query("after").isPresent(),
                        services.clock().instant()));
    }

    private QueueFilter filter(Visit visit) {
        String centre = visit.field("centre");
        String text = visit.field("text");
        return new QueueFilter(
                constant(Stage.values(), visit.field("stage"), Stage.WAITING),
                constant(HolderKind.values(), visit.field("kind"), null),
                constant(Reason.values(), visit.field("reason"), null),
                services.casework().centres().stream().anyMatch(one -> one.id().equals(centre)) ? centre : "",
                visit.field("days").matches("[0-9]{1,3}") ? Integer.parseInt(visit.field("days")) : 0,
                text.substring(0, Math.min(text.length(), 100)));
    }

    private static <E extends @Nullable Enum<?>> E constant(E[] values, String name, E otherwise) {
        return Arrays.stream(values)
                .filter(one -> one != null && one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
