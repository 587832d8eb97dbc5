// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.ArrayList;
import java.util.List;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Course;

/** The steps at the top of an application's page: done, here, ahead. */
public record Trail(List<Stop> stops) {

    /**
     * One step.
     *
     * @param key tail of its text key
     * @param place {@code done}, {@code here} or {@code ahead}
     */
    public record Stop(int number, String key, String place) {}

    static Trail at(ApplicationState state, Course course) {
        List<Stop> stops = new ArrayList<>();
        for (ApplicationState step : course.states()) {
            stops.add(new Stop(stops.size() + 1, Steps.key(step), place(step, state)));
        }
        return new Trail(List.copyOf(stops));
    }

    /** What is done and may be seen again, the latest first. */
    List<Stop> behind() {
        return stops.stream()
                .filter(stop -> stop.place().equals("done"))
                .filter(stop -> Steps.of(stop.key()).maySeeAgain())
                .toList()
                .reversed();
    }

    /** What lies ahead. */
    public List<Stop> ahead() {
        return stops.stream().filter(stop -> stop.place().equals("ahead")).toList();
    }

    public Stop here() {
        return stops.stream()
                .filter(stop -> stop.place().equals("here"))
                .findFirst()
                .orElse(stops.getLast());
    }

    private static String place(ApplicationState step, ApplicationState state) {
        if (step.before(state)) {
            return "done";
        }
        return step == state ? "here" : "ahead";
    }
}
