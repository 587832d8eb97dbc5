// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The documents that may be uploaded, each with what its files may be (S6, S11). The order is that of the page. */
public enum UploadKind {
    /** The signed statement, photographed or scanned. */
    STATEMENT_SCAN(PageSize.A4, false),
    /** The passport's spread with the photo, or another document of identity. */
    PASSPORT(PageSize.PASSPORT_PAGE, true),
    /** A notary's translation of a foreign passport. */
    TRANSLATION(PageSize.A4, false),
    SNILS(PageSize.CARD, false),
    INN(PageSize.A4, false),
    /** An extract of the register of organisations. */
    EGRUL(PageSize.A4, false),
    /** An extract of the register of sole proprietors. */
    EGRIP(PageSize.A4, false),
    /** «Доверенность на получение»: an employee brings it along. */
    PROXY_TO_RECEIVE(PageSize.A4, false),
    /** «Подтверждение права подписи»: of the official who certifies copies. */
    RIGHT_TO_SIGN(PageSize.A4, false),
    /** The machine-readable power of attorney (МЧД): itself, or as printed by the tax service's site. */
    POWER_OF_ATTORNEY(PageSize.A4, false),
    /** Anything that the operator asked for. */
    OTHER(PageSize.A4, false);

    /** Bytes that a file may have: 10 MB. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** Dots an inch at least. */
    public static final int LEAST_DPI = 200;
    /** Dots an inch at most, where the file says so. */
    public static final int MOST_DPI = 400;
    /** Pages that a file may have. */
    public static final int MOST_PAGES = 20;
    /** Files of one kind in an application. */
    public static final int MOST_FILES = 10;

    private static final Set<FileFormat> ALL_KINDS =
            EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.GIF, FileFormat.TIFF, FileFormat.PDF);

    private final PageSize page;
    private final boolean photographed;

    UploadKind(PageSize page, boolean photographed) {
        this.page = page;
        this.photographed = photographed;
    }

    /** What its files may be; a passport also BMP and, with the converter, HEIC; a power of attorney is no picture. */
    public Set<FileFormat> formats() {
        if (this == POWER_OF_ATTORNEY) {
            return EnumSet.of(FileFormat.XML, FileFormat.PDF);
        }
        return photographed ? EnumSet.complementOf(EnumSet.of(FileFormat.XML)) : Collections.unmodifiableSet(ALL_KINDS);
    }

    /** Whether there is a paper behind it: a machine-readable power of attorney is a file from the beginning. */
    public boolean hasOriginal() {
        return this != POWER_OF_ATTORNEY;
    }

    PageSize page() {
        return page;
    }
}
