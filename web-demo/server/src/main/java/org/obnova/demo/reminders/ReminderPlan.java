// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * When people are reminded.
 *
 * @param steps in any order
 * @param from time of day in Moscow from which messages may go out
 * @param until time of day until which they may
 */
public record ReminderPlan(List<Step> steps, LocalTime from, LocalTime until) {
    /** From the first day of the offer (S1) on; nobody is woken. */
    public static final ReminderPlan USUAL = new ReminderPlan(
            List.of(
                    new Step(59, false),
                    new Step(30, false),
                    new Step(14, true),
                    new Step(7, false),
                    new Step(3, true),
                    new Step(1, true)),
            LocalTime.of(9, 0),
            LocalTime.of(21, 0));

    /** Refuses a day without hours. */
    public ReminderPlan {
        steps = List.copyOf(steps);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until");
        }
    }

    /**
     * One reminder.
     *
     * @param days at this many days left, or fewer
     * @param sms by SMS, too
     */
    public record Step(int days, boolean sms) {}

    /** With how many days left a step's turn is over: those of the next one, or the certificate's end. */
    private long end(Step step) {
        return steps.stream()
                .mapToInt(Step::days)
                .filter(days -> days < step.days())
                .max()
                .orElse(-1);
    }

    /** From which end of a certificate on a step is due, inclusive. */
    Instant earliest(Step step, Instant now) {
        return now.plus(Duration.ofDays(end(step) + 1));
    }

    /** Up to which end of a certificate a step is due, exclusive. */
    Instant latest(Step step, Instant now) {
        return now.plus(Duration.ofDays(step.days() + 1L));
    }

    boolean mayWrite(LocalTime now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
