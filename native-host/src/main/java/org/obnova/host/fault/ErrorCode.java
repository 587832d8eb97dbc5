// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.fault;

import java.util.Locale;

/**
 * The error codes that the host itself raises. Numbers and names are those of {@code doc/errors.json}, where the texts live; a test
 * holds both against each other. Append only.
 */
public enum ErrorCode {
    PARSE_ERROR(-32700),
    INVALID_REQUEST(-32600),
    METHOD_NOT_FOUND(-32601),
    INVALID_PARAMS(-32602),
    INTERNAL_ERROR(-32603),

    CANCELLED(1001),
    DUPLICATE_ID(1002),
    PROTOCOL_UNSUPPORTED(1003),
    BUSY(1004),
    REPLY_TOO_LARGE(1005),

    EXTENSION_NOT_ALLOWED(1101),
    SITE_NOT_LISTED(1102),
    CONSENT_REFUSED(1103),
    NO_DISPLAY(1104),
    SETTINGS_INVALID(1105),

    STORAGE_NOT_FOUND(1201),
    STORAGE_READ_ONLY(1202),
    STORAGE_FULL(1203),
    STORAGE_FAILED(1204),
    STORAGE_BUSY(1205),
    CONTAINER_NOT_FOUND(1211),
    CONTAINER_DAMAGED(1212),
    CONTAINER_NEWER(1213),
    WRONG_PASSWORD(1214),
    CONTAINER_UNSUPPORTED(1215),
    KEY_NOT_EXPORTABLE(1216),
    CONTAINER_UNKNOWN(1217),
    CONTAINER_WITHOUT_KEY(1218),
    FILE_EXISTS(1219),
    PASSWORD_NOT_OURS(1220),
    TOKEN_REMOVED(1221),
    TOKEN_FAILED(1222),
    TOKEN_CANNOT(1223),
    TOKEN_NOT_READY(1224),
    DRIVER_CRASHED(1226),
    DRIVER_HANGS(1227),
    DRIVER_FAILED(1228),
    PIN_LOCKED(1231),
    PIN_NOT_SET(1232),
    PIN_REFUSED(1233),
    PIN_CHANGE_REQUIRED(1234),
    PIN_PAD_FAILED(1235),
    REMEMBER_UNAVAILABLE(1236),

    ALGORITHM_UNSUPPORTED(1301),
    ENTROPY_FAILED(1302),
    SUBJECT_INVALID(1303),

    DOCUMENT_REFUSED(1401),
    DOCUMENT_IS_HASH(1402),
    CERTIFICATE_EXPIRED(1403),

    CERTIFICATE_INVALID(1501),
    CERTIFICATE_KEY_MISMATCH(1502),
    CERTIFICATE_UNTRUSTED(1503),
    RENEWAL_NOT_FOUND(1504),
    RENEWAL_CONFLICT(1505),
    JOURNAL_DAMAGED(1506),
    JOURNAL_NEWER(1507),

    BACKUP_UNVERIFIED(1601),
    BACKUP_EXISTS(1602),
    BACKUP_SAME_PLACE(1603),

    PERSONAL_STORE_NOT_FOUND(1701),
    NSS_MISSING(1702),
    PERSONAL_STORE_DAMAGED(1703),
    PERSONAL_STORE_READ_ONLY(1704),
    PERSONAL_STORE_LOCKED(1705),
    PERSONAL_STORE_FAILED(1706),
    PERSONAL_STORE_ALGORITHM(1707),
    PERSONAL_STORE_TOKEN_KEY(1708);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The JSON-RPC error code. */
    public int number() {
        return number;
    }

    /** The code's stable name, as in {@code errors.json}: lower case with underscores. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
