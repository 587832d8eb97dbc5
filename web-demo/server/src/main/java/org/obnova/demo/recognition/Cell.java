// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/** How much a cell looks like each character of the alphabet. */
final class Cell {
    private final double[] likeness;

    private Cell(double[] likeness) {
        this.likeness = likeness;
    }

    /** Looks at a cell where it should be, and a little around it. */
    static Cell look(Grey page, Line line, int number, Templates templates) {
        double[] likeness = new double[Templates.ALPHABET.length()];
        double step = line.pitch() * 0.05;
        for (int down = -1; down <= 1; down++) {
            for (int across = -1; across <= 1; across++) {
                float[] cell = line.cell(page, number, across * step, down * step);
                for (int character = 0; character < likeness.length; character++) {
                    likeness[character] = Math.max(likeness[character], templates.likeness(cell, character));
                }
            }
        }
        return new Cell(likeness);
    }

    /** The likeliest of those characters. */
    Guess guess(String among) {
        char best = among.charAt(0);
        char second = best;
        for (int at = 0; at < among.length(); at++) {
            char one = among.charAt(at);
            if (of(one) > of(best)) {
                second = best;
                best = one;
            } else if (second == best || of(one) > of(second)) {
                second = one;
            }
        }
        return new Guess(best, second, of(best), of(best) - (second == best ? 0 : of(second)));
    }

    private double of(char character) {
        return likeness[Templates.ALPHABET.indexOf(character)];
    }

    /**
     * A character read.
     *
     * @param second the next likely one
     * @param likeness of the first
     * @param lead of the first over the second
     */
    record Guess(char first, char second, double likeness, double lead) {
        private static final double CLEAR = 0.6;
        private static final double AHEAD = 0.04;

        /** Whether nobody need look again. */
        boolean clear() {
            return likeness >= CLEAR && lead >= AHEAD;
        }
    }
}
