// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays 44 cells of equal width over a band, first by the gaps between characters, then by how much the cells look like characters. */
final class LineFit {
    /** A band's height is somewhat more or less than the height of characters, and that a tenth more than the pitch. */
    private static final double NARROWEST = 0.62;

    private static final double WIDEST = 1.5;
    private static final double GOOD_ENOUGH = 0.45;

    private final Grey page;
    private final Templates templates;

    LineFit(Grey page, Templates templates) {
        this.page = page;
        this.templates = templates;
    }

    /**
     * A line with how well it fits.
     *
     * @param likeness mean correlation of its cells with the best character of each
     */
    record Fitted(Line line, double likeness) {}

    Optional<Fitted> fit(Band band) {
        Line first = byGaps(band);
        if (first == null) {
            return Optional.empty();
        }
        Fitted best = refined(first);
        for (int cells : new int[] {-1, 1}) {
            Line moved = new Line(first.left() + cells * first.pitch(), first.pitch(), first.base(), first.slope());
            if (likeness(moved) > best.likeness()) {
                Fitted other = refined(moved);
                best = other.likeness() > best.likeness() ? other : best;
            }
        }
        return best.likeness() < GOOD_ENOUGH ? Optional.empty() : Optional.of(best);
    }

    private @Nullable Line byGaps(Band band) {
        double[] sums = columns(band);
        double most = -Double.MAX_VALUE;
        Line best = null;
        double widest = Math.min(WIDEST * band.height(), (page.width - 2.0) / Line.LENGTH);
        for (double pitch = NARROWEST * band.height(); pitch <= widest; pitch += pitch / 700) {
            double last = page.width - 1 - Line.LENGTH * pitch;
            for (double left = 0; left <= last; left += pitch / 12) {
                double score = gaps(sums, left, pitch);
                if (score > most) {
                    most = score;
                    best = new Line(left, pitch, band.bottom() - band.height() * 0.05, 0);
                }
            }
        }
        return best;
    }

    /** Darkness of the columns above the lightest near them, added up from the left. */
    private double[] columns(Band band) {
        double[] columns = new double[page.width];
        for (int x = 0; x < page.width; x++) {
            for (int y = band.top(); y < band.bottom(); y++) {
                columns[x] += page.at(x, y);
            }
        }
        double[] sums = new double[page.width + 1];
        for (int x = 0; x < page.width; x++) {
            double lightest = columns[x];
            for (int near = Math.max(0, x - 2 * band.height());
                    near < Math.min(page.width, x + 2 * band.height());
                    near++) {
                lightest = Math.min(lightest, columns[near]);
            }
            sums[x + 1] = sums[x] + columns[x] - lightest;
        }
        return sums;
    }

    private static double gaps(double[] sums, double left, double pitch) {
        double score = 0;
        double half = pitch * 0.1;
        for (int cell = 0; cell < Line.LENGTH; cell++) {
            double x = left + cell * pitch;
            score += mean(sums, x + pitch * 0.2, x + pitch * 0.8) - mean(sums, x - half, x + half);
        }
        // Nothing stands before the first character and behind the last one.
        return score
                - mean(sums, left - pitch, left) * 2
                - mean(sums, left + Line.LENGTH * pitch, left + (Line.LENGTH + 1) * pitch) * 2;
    }

    private static double mean(double[] sums, double from, double to) {
        int first = Math.max(0, Math.min(sums.length - 2, (int) Math.round(from)));
        int last = Math.max(first + 1, Math.min(sums.length - 1, (int) Math.round(to)));
        return (sums[last] - sums[first]) / (last - first);
    }

    private Fitted refined(Line start) {
        Line line = start;
        double best = likeness(line);
        for (double reach = 0.24; reach > 0.01; reach /= 2) {
            boolean better = true;
            while (better) {
                better = false;
                for (Line near : around(line, reach)) {
                    double likeness = likeness(near);
                    if (likeness > best) {
                        best = likeness;
                        line = near;
                        better = true;
                    }
                }
            }
        }
        return new Fitted(line, best);
    }

    /** Moved by a part of the pitch to all sides, stretched and tilted by as much at the far end. */
    private static Line[] around(Line line, double reach) {
        double step = reach * line.pitch();
        double stretch = step / Line.LENGTH;
        double tilt = step / (Line.LENGTH * line.pitch());
        return new Line[] {
            new Line(line.left() - step, line.pitch(), line.base(), line.slope()),
            new Line(line.left() + step, line.pitch(), line.base(), line.slope()),
            new Line(line.left(), line.pitch(), line.base() - step, line.slope()),
            new Line(line.left(), line.pitch(), line.base() + step, line.slope()),
            new Line(line.left(), line.pitch() - stretch, line.base(), line.slope()),
            new Line(line.left(), line.pitch() + stretch, line.base(), line.slope()),
            new Line(line.left() - step, line.pitch() + stretch, line.base(), line.slope()),
            new Line(line.left() + step, line.pitch() - stretch, line.base(), line.slope()),
            new Line(line.left(), line.pitch(), line.base(), line.slope() - tilt),
            new Line(line.left(), line.pitch(), line.base(), line.slope() + tilt)
        };
    }

    private double likeness(Line line) {
        double sum = 0;
        for (int number = 0; number < Line.LENGTH; number++) {
            float[] cell = line.cell(page, number, 0, 0);
            double best = 0;
            for (int character = 0; character < Templates.ALPHABET.length(); character++) {
                best = Math.max(best, templates.likeness(cell, character));
            }
            sum += best;
        }
        return sum / Line.LENGTH;
    }
}
