// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.print;

/**
 * What the guide to the documents says in numbers.
 *
 * @param formats that are taken
 * @param passportFormats that are taken of the passport besides
 */
public record GuideSheet(int megabytes, int leastDpi, int mostDpi, int pages, String formats, String passportFormats) {}
