// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Language;

/**
 * One file system on a removable medium, where it is mounted now.
 *
 * @param identity what tells it from all others, wherever it is mounted: never shown to a page as it is
 * @param plug what is another after the drive was pulled and plugged in again
 * @param name the volume's label; null where it has none
 * @param maker of the drive, and its model; null where it does not say
 * @param octets of the whole drive; 0 where it is not known
 */
record Drive(
        String identity,
        String plug,
        Path root,
        DriveSort sort,
        @Nullable String name,
        @Nullable String maker,
        long octets) {
    private static final int LONGEST = 40;
    private static final long MEGA = 1_000_000;

    /** What a person calls it: by its name, without one by maker and size. */
    String label(Language language) {
        boolean russian = language == Language.RU;
        String what = sort.in(language);
        String own = shown(name);
        if (!own.isEmpty()) {
            return russian ? what + " «" + own + "»" : what + " “" + own + "”";
        }
        StringBuilder label = new StringBuilder(what);
        String by = shown(maker);
        if (!by.isEmpty()) {
            label.append(' ').append(by);
        }
        if (octets > 0) {
            label.append(", ").append(size(russian));
        }
        return label.toString();
    }

    /** As makers count: 1 GB is 10⁹ octets. */
    private String size(boolean russian) {
        long megabytes = Math.max(1, Math.round((double) octets / MEGA));
        if (megabytes < 1_000) {
            return String.format(Locale.ROOT, russian ? "%d МБ" : "%d MB", megabytes);
        }
        return String.format(Locale.ROOT, russian ? "%d ГБ" : "%d GB", Math.round(megabytes / 1_000.0));
    }

    /** A label comes from a stranger: nothing in it may turn the text around it, or be longer than a line. */
    private static String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Drive::isPlain)
                .limit(LONGEST)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
