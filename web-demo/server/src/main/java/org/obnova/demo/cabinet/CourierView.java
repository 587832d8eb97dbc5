// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.review.CourierOrder;
import org.obnova.demo.review.CourierVisit;
import org.obnova.demo.web.Visit;

/**
 * «Вызов курьера»: how far it is, and the form of address and time.
 *
 * @param days among which the holder chooses
 * @param address what stands in the form: typed, or of the order
 * @param wrong the field that was refused, or empty
 */
public record CourierView(
        CourierVisit visit, List<LocalDate> days, String address, String day, String hours, String wrong) {
    private static final List<String> FIELDS = List.of("address", "day", "hours");

    /** Keeps what it was given. */
    public CourierView {
        days = List.copyOf(days);
    }

    /** @param problem what was wrong with what was sent; what was typed then stays */
    static CourierView of(CourierVisit courier, List<LocalDate> days, Visit visit, @Nullable Problem problem) {
        boolean typed = problem != null;
        String wrong = Optional.ofNullable(problem)
                .map(said -> said.values().getOrDefault("field", ""))
                .orElse("");
        return new CourierView(
                courier,
                days,
                typed ? visit.field("address") : ordered(courier, CourierOrder::address),
                typed
                        ? visit.field("day")
                        : ordered(courier, order -> order.day().toString()),
                typed
                        ? visit.field("hours")
                        : ordered(courier, order -> order.hours().key()),
                wrong);
    }

    private static String ordered(CourierVisit courier, Function<CourierOrder, String> part) {
        return Optional.ofNullable(courier.order()).map(part).orElse("");
    }

    boolean saysWhatIsWrong() {
        return FIELDS.contains(wrong);
    }

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }

    /** Where and when, once the holder has said so. */
    public @Nullable CourierOrder order() {
        return visit.order();
    }

    /** Whether the holder may say where and when, now that the application is approved. */
    public boolean mayBeMoved() {
        return !visit.onTheWay();
    }

    /** Whether a new time is what the page is for. */
    public boolean mustBeMoved() {
        return visit.stage() == CourierVisit.Stage.MISSED || visit.stage() == CourierVisit.Stage.BOUGHT;
    }

    /** All of them. */
    public static List<CourierOrder.Hours> allHours() {
        return List.of(CourierOrder.Hours.values());
    }
}
