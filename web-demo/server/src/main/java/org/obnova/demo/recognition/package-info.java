// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads passports (S6): the machine-readable zone by comparing it with the characters of OCR-B, sign by sign, since its letters are a code that general
 * recognisers take for misprints; the rest by tesseract where it is installed. Everything happens in a process of its own. Nothing read is taken for true: the
 * person confirms it, and fields in doubt are marked.
 *
 * <p>Imports: identity (names of the form's fields), problem; ImageIO, PDFBox. Sources: order of the Federal Migration Service 279 of 2013 (zone
 * of the Russian passport), ICAO Doc 9303 parts 3 and 4 (check digits, layout), ISO 1073-2 (OCR-B).
 */
@NullMarked
package org.obnova.demo.recognition;

import org.jspecify.annotations.NullMarked;
