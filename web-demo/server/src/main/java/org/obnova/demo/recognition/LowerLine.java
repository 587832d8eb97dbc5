// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.List;

/**
 * The second line: 9 digits of the number, check, RUS, birth, check, sex, 7 fillers, the last digit of the series, issue, department, filler, check, check
 * of all. A group whose check fails is mended where one doubtful digit mends it, and then stays unsure.
 */
final class LowerLine {
    private static final String DIGITS = "0123456789";

    private final StringBuilder text = new StringBuilder();
    private final List<Cell.Guess> guesses;
    private final boolean numberRight;
    private final boolean birthRight;
    private final boolean restRight;
    private final boolean allRight;

    LowerLine(List<Cell> cells) {
        this.guesses = java.util.stream.IntStream.range(0, cells.size())
                .mapToObj(place -> cells.get(place).guess(among(place)))
                .toList();
        guesses.forEach(guess -> text.append(guess.first()));
        this.numberRight = checked(0, 9);
        this.birthRight = checked(13, 19);
        this.restRight = checked(28, 42);
        boolean numberMended = !numberRight && mend(0, 9);
        boolean birthMended = !birthRight && mend(13, 19);
        boolean restMended = !restRight && mend(28, 42);
        boolean mended = numberMended || birthMended || restMended;
        this.allRight = !mended && text.charAt(43) == CheckDigits.of(covered());
    }

    /** Whether enough checks hold to call it a passport's line at all. */
    boolean plausible() {
        int right = (checked(0, 9) ? 1 : 0) + (checked(13, 19) ? 1 : 0) + (checked(28, 42) ? 1 : 0);
        return right >= 2;
    }

    String text() {
        return text.toString();
    }

    String series() {
        return text.substring(0, 3) + text.charAt(28);
    }

    boolean seriesSure() {
        return sure(numberRight, 0, 9) && sure(restRight, 28, 29);
    }

    String number() {
        return text.substring(3, 9);
    }

    boolean numberSure() {
        return sure(numberRight, 0, 9);
    }

    String birth() {
        return text.substring(13, 19);
    }

    boolean birthSure() {
        return sure(birthRight, 13, 19);
    }

    char sex() {
        return text.charAt(20);
    }

    boolean sexSure() {
        return guesses.get(20).clear();
    }

    String issued() {
        return text.substring(29, 35);
    }

    String department() {
        return text.substring(35, 38) + "-" + text.substring(38, 41);
    }

    boolean restSure() {
        return sure(restRight, 28, 42);
    }

    private boolean sure(boolean right, int from, int to) {
        return right && (allRight || guesses.subList(from, to).stream().allMatch(Cell.Guess::clear));
    }

    private boolean checked(int from, int to) {
        return text.charAt(to) == CheckDigits.of(text.subSequence(from, to));
    }

    private String covered() {
        return text.substring(0, 10) + text.substring(13, 20) + text.substring(21, 28) + text.substring(28, 43);
    }

    /** Takes the second guess where it alone makes the check right, of several the most doubtful one. */
    private boolean mend(int from, int to) {
        int place = -1;
        for (int one = from; one <= to; one++) {
            char before = text.charAt(one);
            text.setCharAt(one, guesses.get(one).second());
            boolean right = checked(from, to);
            text.setCharAt(one, before);
            if (right
                    && (place < 0
                            || guesses.get(one).lead() < guesses.get(place).lead())) {
                place = one;
            }
        }
        if (place >= 0) {
            text.setCharAt(place, guesses.get(place).second());
        }
        return true;
    }

    private static String among(int place) {
        return switch (place) {
            case 10 -> "R";
            case 11 -> "U";
            case 12 -> "S";
            case 20 -> "MF";
            case 21, 22, 23, 24, 25, 26, 27, 41 -> "<";
            default -> DIGITS;
        };
    }
}
