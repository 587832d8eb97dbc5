// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.obnova.demo.recognition.Recognised.Field;
import org.obnova.demo.recognition.ZoneFinder.Zone;

/**
 * What people read, above the machine-readable zone: the birth place, which the zone lacks and which therefore is never sure, and a second opinion on
 * names that the zone leaves in doubt.
 */
final class VisibleZone {
    private static final Pattern DAY = Pattern.compile("\\d\\d[.,]\\s?\\d\\d[.,]\\s?\\d{4}");
    private static final Pattern NOT_A_PLACE = Pattern.compile("[^А-ЯЁ0-9 .,\\-]");
    private static final Pattern LETTERS = Pattern.compile(".*[А-ЯЁ]{3}.*");
    private static final Pattern LABEL = Pattern.compile("(?iu)место\\P{L}*рождения");
    /** Measures of the page in pitches (2.54 mm): right of the photo, up to the page's edge; from the top of page 3 to the zone. */
    private static final double FROM_LEFT = 14.2;

    private static final double TO_RIGHT = 46;
    private static final double FROM_ABOVE = 29;
    private static final double TO_BELOW = 2.2;

    private final Tesseract tesseract;

    VisibleZone(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    void complete(BufferedImage picture, Zone zone, Map<String, Field> fields) {
        List<String> lines = tesseract.lines(region(picture, zone.upper())).stream()
                .map(line -> LABEL.matcher(line).replaceAll(" ").toUpperCase(Locale.ROOT))
                .toList();
        for (String name : List.of("surname", "givenName", "patronymic")) {
            Field field = fields.get(name);
            if (field != null && !field.sure() && seen(lines, field.value())) {
                fields.put(name, new Field(field.value(), true));
            }
        }
        String place = place(lines);
        if (!place.isEmpty()) {
            fields.put("birthPlace", new Field(place, false));
        }
    }

    private static boolean seen(List<String> lines, String name) {
        Pattern word = Pattern.compile("(^|[^А-ЯЁ])" + Pattern.quote(name.toUpperCase(Locale.ROOT)) + "($|[^А-ЯЁ])");
        return lines.stream().anyMatch(line -> word.matcher(line).find());
    }

    /** What stands beneath the birth date. */
    private static String place(List<String> lines) {
        int day = 0;
        while (day < lines.size() && !DAY.matcher(lines.get(day)).find()) {
            day++;
        }
        return lines.stream()
                .skip(day + 1L)
                .map(line -> NOT_A_PLACE.matcher(line).replaceAll(" ").strip().replaceAll("\\s+", " "))
                .filter(line -> LETTERS.matcher(line).matches())
                .limit(3)
                .collect(Collectors.joining(" "));
    }

    private static BufferedImage region(BufferedImage picture, Line upper) {
        double pitch = upper.pitch();
        int left = within(upper.left() + FROM_LEFT * pitch, picture.getWidth());
        int right = within(upper.left() + TO_RIGHT * pitch, picture.getWidth());
        int top = within(upper.base() - FROM_ABOVE * pitch, picture.getHeight());
        int bottom = within(upper.base() - TO_BELOW * pitch, picture.getHeight());
        return picture.getSubimage(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int within(double position, int size) {
        return (int) Math.max(0, Math.min(size - 1, Math.round(position)));
    }
}
