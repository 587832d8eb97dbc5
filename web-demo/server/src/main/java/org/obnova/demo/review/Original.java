// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.documents.UploadKind;

/**
 * A paper that the holder brings to the visit, to be compared with what was sent (S10, S13).
 *
 * @param id of the upload; of others {@code statement}, {@code proxy}, or {@code kind:} with the kind of an upload that is gone
 * @param kind of the upload; null of a paper of which there is none
 */
public record Original(String id, @Nullable UploadKind kind) {
    /** The statement, signed before the clerk's eyes. */
    public static final Original STATEMENT = new Original("statement", null);

    /** «Доверенность на получение», of which no scan was sent. */
    public static final Original PROXY = new Original("proxy", null);

    static Original gone(UploadKind kind) {
        return new Original("kind:" + kind.name(), kind);
    }

    /** Whether it is one of the uploads that lie in the application. */
    public boolean uploaded() {
        return kind != null && !id.startsWith("kind:");
    }
}
