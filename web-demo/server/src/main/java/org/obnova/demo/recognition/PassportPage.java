// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.recognition.Recognised.Field;

/** Reads one picture: turns it upright, finds the zone, reads it, and has a look at what the zone does not say. */
final class PassportPage {
    private static final int[] QUARTERS = {0, 180, 90, 270};

    private final Templates templates = Templates.bundled();
    private final Zones zones;
    private final Optional<Tesseract> tesseract;

    /**
     * @param zones reads zones
     * @param tesseract where it is installed
     */
    PassportPage(Zones zones, Optional<Tesseract> tesseract) {
        this.zones = zones;
        this.tesseract = tesseract;
    }

    /** What a picture shows; nothing where there is no passport. */
    Optional<Recognised> read(BufferedImage picture) {
        double skew = Skew.of(Grey.of(picture));
        for (int quarter : QUARTERS) {
            double lean = quarter % 180 == 0 ? skew : Skew.of(Grey.of(Grey.turned(picture, quarter)));
            BufferedImage upright = Grey.turned(picture, quarter - lean);
            Optional<Recognised> found = upright(upright);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Recognised> upright(BufferedImage picture) {
        return new ZoneFinder(templates)
                .find(Grey.of(picture))
                .flatMap(zone -> zones.read(zone).map(fields -> {
                    Map<String, Field> all = new LinkedHashMap<>(fields);
                    tesseract.ifPresent(reader -> new VisibleZone(reader).complete(picture, zone, all));
                    return new Recognised(all);
                }));
    }
}
