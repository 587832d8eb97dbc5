// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text to be signed, kept exactly.
 *
 * @param kind statement or receipt
 * @param title for the host's window
 * @param text exactly what is signed, as UTF-8; line feeds only
 * @param signature the signature once there is one
 */
public record Document(
        Kind kind, String title, String text, @Nullable Signature signature) {
    /** Kinds, with the names of the host's protocol. */
    public enum Kind {
        STATEMENT("statement"),
        RECEIPT("receipt");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** What a page passes to {@code signDocument} as {@code kind}. */
        public String wireName() {
            return wireName;
        }
    }

    /** The signature, if it is signed. */
    public Optional<Signature> signed() {
        return Optional.ofNullable(signature);
    }

    /**
     * A detached CMS signature as it came.
     *
     * @param signer SHA-256 (hex) of the signer's certificate
     * @param at by the CA's clock
     * @param stamped the same with the CA's time stamp (CAdES-T), null of what was received before there were stamps
     */
    public record Signature(
            Der cms, String signer, Instant at, @Nullable Der stamped) {}
}
