// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

/** How large a page of a document is on paper: what the pixels of a picture are held against where the file does not say its resolution. */
enum PageSize {
    /** One page of the passport, 88 mm by 125 mm (decree of the Government of 8 July 1997 N 828, section 2). */
    PASSPORT_PAGE(88, 125),
    /** The SNILS card of laminated paper. */
    CARD(74, 105),
    /** ISO 216. */
    A4(210, 297);

    private static final double MILLIMETRES_PER_INCH = 25.4;

    /** In millimetres. */
    private final int shortSide;

    private final int longSide;

    PageSize(int shortSide, int longSide) {
        this.shortSide = shortSide;
        this.longSide = longSide;
    }

    /** How many dots an inch of paper gets where the whole page is in a picture of that many pixels. */
    int dpiOf(int width, int height) {
        double byShort = Math.min(width, height) * MILLIMETRES_PER_INCH / shortSide;
        double byLong = Math.max(width, height) * MILLIMETRES_PER_INCH / longSide;
        return (int) Math.round(Math.max(byShort, byLong));
    }

    /** The pixels along the long side that a resolution needs. */
    int longSideAt(int dpi) {
        return (int) Math.ceil(longSide * dpi / MILLIMETRES_PER_INCH);
    }
}
