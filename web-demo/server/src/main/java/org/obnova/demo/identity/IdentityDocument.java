// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/**
 * A document that says who somebody is.
 *
 * @param kind what it is
 * @param series of a Russian passport 4 digits; of others whatever stands there, null for none
 * @param number of a Russian passport 6 digits
 * @param departmentCode of a Russian passport who issued it, {@code 770-001}; null of others
 * @param issued when
 */
public record IdentityDocument(
        DocumentKind kind,
        @Nullable String series,
        String number,
        @Nullable String departmentCode,
        LocalDate issued) {
    private static final Pattern FREE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} /\\-]{0,29}");
    private static final Pattern DEPARTMENT = Pattern.compile("\\d{3}-\\d{3}");

    /** Refuses what no such document has: FIELD_INVALID. */
    public IdentityDocument {
        series = series == null || series.isBlank() ? null : series;
        require(seriesFits(kind, series), "series");
        require(numberFits(kind, number), "number");
        departmentCode = kind == DocumentKind.PASSPORT ? departmentCode : null;
        require(departmentFits(kind, departmentCode), "departmentCode");
    }

    static boolean seriesFits(DocumentKind kind, @Nullable String series) {
        if (kind == DocumentKind.PASSPORT) {
            return series != null && Digits.only(series, 4);
        }
        return series == null || FREE.matcher(series).matches();
    }

    static boolean numberFits(DocumentKind kind, String number) {
        return kind == DocumentKind.PASSPORT
                ? Digits.only(number, 6)
                : FREE.matcher(number).matches();
    }

    static boolean departmentFits(DocumentKind kind, @Nullable String code) {
        return kind != DocumentKind.PASSPORT
                || (code != null && DEPARTMENT.matcher(code).matches());
    }

    /** «4510 123456». */
    public String display() {
        return series == null ? number : series + " " + number;
    }

    private static void require(boolean condition, String field) {
        if (!condition) {
            throw Problem.field(field, field + " is not of such a document");
        }
    }
}
