// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is written down. Only grows: an old log holds old names. {@code actions.json} beside it says of each what its object is, and what people read.
 */
public enum AuditAction {
    SERVER_STARTED,
    SERVER_STOPPED,
    BACKUP_MADE,
    BACKUP_RESTORED,
    LOG_EXPORTED,
    KEY_MADE,
    KEY_OPENED,
    CERTIFICATE_ISSUED,
    CERTIFICATE_REVOKED,
    CERTIFICATE_SUSPENDED,
    CERTIFICATE_RESUMED,
    CERTIFICATE_REPLACEMENT_ORDERED,
    LIST_SIGNED,
    DELTA_LIST_SIGNED,
    STATEMENT_RECEIVED,
    RECEIPT_RECEIVED,
    OPERATOR_SIGNED_IN,
    OPERATOR_REFUSED,
    OPERATOR_SIGNED_OUT,
    REVIEW_APPROVED,
    REVIEW_REJECTED,
    VISIT_IDENTIFIED,
    APPLICATION_CREATED,
    INVOICE_CHANGED,
    TOKEN_HANDED_OUT,
    COURIER_CHANGED,
    TOKEN_BOUGHT,
    CERTIFICATE_CONFIRMED;

    /** E.g. {@code certificate-issued}, as it is hashed and exported. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AuditAction of(String wireName) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an action that this version does not know"));
    }
}
