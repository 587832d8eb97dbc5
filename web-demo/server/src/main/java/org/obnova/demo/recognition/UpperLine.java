// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.obnova.demo.recognition.Recognised.Field;

/** The first line: PNRUS, surname, two fillers, first name, filler, patronymic. It has no check digit, so each sign must be clear. */
final class UpperLine {
    private static final String HEAD = "PNRUS";

    private final List<Cell.Guess> guesses;
    private final String text;

    UpperLine(List<Cell> cells) {
        this.guesses = IntStream.range(0, cells.size())
                .mapToObj(
                        place -> cells.get(place).guess(place < HEAD.length() ? Templates.ALPHABET : Letters.IN_NAMES))
                .toList();
        this.text = guesses.stream().map(guess -> String.valueOf(guess.first())).reduce("", String::concat);
    }

    /** Whether it begins as a Russian passport's does, one sign forgiven. */
    boolean plausible() {
        long right = IntStream.range(0, HEAD.length())
                .filter(place -> text.charAt(place) == HEAD.charAt(place))
                .count();
        return right >= HEAD.length() - 1;
    }

    String text() {
        return text;
    }

    Optional<Field> surname() {
        int end = surnameEnd();
        return part(HEAD.length(), end < 0 ? Line.LENGTH : end, end >= 0);
    }

    Optional<Field> givenName() {
        List<int[]> parts = given();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        // Two names and a patronymic, or a name of two words: the zone does not say.
        int last = parts.size() > 2 ? parts.size() - 2 : 0;
        return part(parts.getFirst()[0], parts.get(last)[1], parts.size() <= 2);
    }

    Optional<Field> patronymic() {
        List<int[]> parts = given();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        int[] last = parts.getLast();
        return part(last[0], last[1], parts.size() == 2);
    }

    private int surnameEnd() {
        return text.indexOf("<<", HEAD.length());
    }

    /** From and to of each word behind the surname. */
    private List<int[]> given() {
        List<int[]> parts = new ArrayList<>();
        int from = surnameEnd() < 0 ? Line.LENGTH : surnameEnd() + 2;
        while (from < Line.LENGTH && text.charAt(from) != '<') {
            int to = text.indexOf('<', from);
            to = to < 0 ? Line.LENGTH : to;
            parts.add(new int[] {from, to});
            from = to + 1;
        }
        return parts;
    }

    /** What reaches the line's end may be cut off; what has a filler within may have a hyphen or a space there. */
    private Optional<Field> part(int from, int to, boolean certain) {
        if (from >= to) {
            return Optional.empty();
        }
        boolean clear =
                guesses.subList(from, Math.min(Line.LENGTH, to + 1)).stream().allMatch(Cell.Guess::clear);
        String coded = text.substring(from, to);
        boolean whole = to < Line.LENGTH && coded.indexOf('<') < 0;
        return Optional.of(new Field(Letters.russian(coded), certain && clear && whole));
    }
}
