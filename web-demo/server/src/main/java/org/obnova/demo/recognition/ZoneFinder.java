// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the machine-readable zone of a passport on an upright page: two lines of 44 characters, one above the other, equally wide. */
final class ZoneFinder {
    private static final double CLOSEST = 1.2;
    private static final double FARTHEST = 4.5;
    private static final int MOST_PAIRS = 8;

    private final Templates templates;

    ZoneFinder(Templates templates) {
        this.templates = templates;
    }

    /**
     * A zone found.
     *
     * @param page on which it lies
     * @param likeness of the worse line
     */
    record Zone(Grey page, Line upper, Line lower, double likeness) {}

    Optional<Zone> find(Grey raw) {
        Grey page = raw.smoothed(1);
        LineFit fit = new LineFit(page, templates);
        List<Zone> zones = new ArrayList<>();
        List<Band[]> pairs = pairs(Band.of(page));
        for (Band[] pair : pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()))) {
            Optional<LineFit.Fitted> lower = fit.fit(pair[1]);
            Optional<LineFit.Fitted> upper = lower.flatMap(found -> fit.fit(pair[0]));
            if (upper.isPresent() && equallyWide(upper.get().line(), lower.get().line())) {
                zones.add(new Zone(
                        page,
                        upper.get().line(),
                        lower.get().line(),
                        Math.min(upper.get().likeness(), lower.get().likeness())));
            }
        }
        return zones.stream().max(Comparator.comparingDouble(Zone::likeness));
    }

    /** Lowest first: that is where the zone is. */
    private static List<Band[]> pairs(List<Band> bands) {
        List<Band[]> pairs = new ArrayList<>();
        for (int lower = bands.size() - 1; lower > 0; lower--) {
            for (int upper = lower - 1; upper >= Math.max(0, lower - 2); upper--) {
                Band below = bands.get(lower);
                Band above = bands.get(upper);
                double distance = (below.top() + below.bottom() - above.top() - above.bottom()) / 2.0;
                double height = Math.max(below.height(), above.height());
                boolean alike = Math.min(below.height(), above.height()) > height * 0.6;
                if (alike && distance > CLOSEST * height && distance < FARTHEST * height) {
                    pairs.add(new Band[] {above, below});
                }
            }
        }
        return pairs;
    }

    private static boolean equallyWide(Line upper, Line lower) {
        return Math.abs(upper.pitch() / lower.pitch() - 1) < 0.03
                && Math.abs(upper.left() - lower.left()) < 1.5 * lower.pitch();
    }
}
