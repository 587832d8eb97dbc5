// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.Locale;
import org.obnova.demo.documents.UploadKind;

/**
 * A document of an application.
 *
 * @param why why it is asked for, or when
 */
public record Requirement(UploadKind kind, Need need, Why why) {
    /** Whether it is needed. */
    public enum Need {
        /** Without it the application does not go on. */
        REQUIRED,
        /** It may be given; the page says when it is needed. */
        OPTIONAL,
        /** Stands behind «Загрузить дополнительные документы». */
        ADDITIONAL
    }

    /** Why it is asked for. */
    public enum Why {
        /** The statement is signed by hand. */
        SIGNED_BY_HAND,
        /** The organisation's officer or a courier takes the statement. */
        TAKEN_BY_OTHERS,
        /** The operator compares it with the statement. */
        COMPARED,
        /** A register does not know what was typed. */
        REGISTER_DISAGREES,
        /** A register does not answer. */
        REGISTER_SILENT,
        /** The document of identity is a foreign one. */
        FOREIGN,
        /** An employee brings it to the visit. */
        AT_THE_VISIT,
        /** Copies are certified by an official by proxy. */
        CERTIFIED_COPIES,
        /** An employee signs for the organisation. */
        FOR_THE_ORGANISATION,
        /** The operator asked for it. */
        ASKED_FOR
    }

    public boolean required() {
        return need == Need.REQUIRED;
    }

    public boolean additional() {
        return need == Need.ADDITIONAL;
    }

    /** Tail of text keys. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Tail of text keys. */
    public String whyKey() {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
