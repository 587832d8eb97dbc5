// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

/**
 * Where a line of a machine-readable zone lies.
 *
 * @param left of the first cell, in pixels
 * @param pitch width of a cell
 * @param base the base line at the left end
 * @param slope by how much the base line falls, in pixels a pixel
 */
record Line(double left, double pitch, double base, double slope) {
    static final int LENGTH = 44;

    /** The cell of that number, sampled on the templates' grid, moved by so many pixels. */
    float[] cell(Grey page, int number, double across, double down) {
        float[] cell = new float[Templates.COLUMNS * Templates.ROWS];
        double unit = pitch / Templates.COLUMNS;
        double x0 = left + number * pitch + across;
        double middle = base + slope * (x0 + pitch / 2 - left) + down;
        double y0 = middle - Templates.ABOVE * pitch;
        for (int row = 0; row < Templates.ROWS; row++) {
            for (int column = 0; column < Templates.COLUMNS; column++) {
                cell[row * Templates.COLUMNS + column] = page.at(x0 + (column + 0.5) * unit, y0 + (row + 0.5) * unit);
            }
        }
        return Templates.normal(cell);
    }
}
