// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.extern;

import java.util.Locale;
import org.obnova.demo.holders.HolderCertificate;

/**
 * A certificate on the login page.
 *
 * @param loginAllowed whether «Войти» stands beside it
 */
public record CertificateRow(HolderCertificate held, String holderName, Status status, boolean loginAllowed) {

    /** What the badge says. */
    public enum Status {
        VALID,
        /** Made by a renewal here. */
        NEW,
        ENDING,
        /** Valid, but a new one was issued in its place. */
        REPLACED,
        /** To be replaced out of turn. */
        REPLACE,
        EXPIRED,
        REVOKED,
        /** Until the CA resumes or revokes it. */
        SUSPENDED;

        /** The tail of the badge's text key. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How the badge looks; its text says the same. */
        public String look() {
            return switch (this) {
                case VALID, NEW -> "good";
                case ENDING, REPLACE, SUSPENDED -> "warn";
                case EXPIRED, REVOKED -> "bad";
                case REPLACED -> "plain";
            };
        }
    }

    public String sha256() {
        return held.issued().sha256();
    }

    /** Whether a renewal can be asked for in the cabinet. */
    public boolean renewable() {
        return switch (held.renewal()) {
            case DUE, REPLACE, EXPIRED ->
                status != Status.REPLACED && held.issued().revoked() == null;
            case NONE -> false;
        };
    }

    /** Whether only the service centre can help: the end is near, and nothing is offered. */
    public boolean serviceCentreOnly() {
        return held.renewal() == org.obnova.demo.holders.RenewalState.NONE
                && held.daysLeft() < 60
                && status != Status.REPLACED
                && status != Status.REVOKED;
    }
}
