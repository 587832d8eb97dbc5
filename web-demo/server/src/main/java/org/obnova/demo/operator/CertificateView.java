// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.operator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.revocation.CertificateActs;
import org.obnova.demo.revocation.RevocationReason;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.Duty;
import org.obnova.demo.web.ProblemDocument;

/** A certificate, as the CA's people see it. */
public record CertificateView(
        Colleague colleague,
        Holder holder,
        HolderCertificate held,
        CertificateActs.State state,
        @Nullable ProblemDocument problem) {
    public String sha256() {
        return held.issued().sha256();
    }

    /** The serial number, hexadecimal. */
    public String serial() {
        return held.issued().certificate().getSerialNumber().toString(16);
    }

    /** Tail of text keys. */
    public String stateKey() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** How the badge looks; its text says the same. */
    public String look() {
        return switch (state) {
            case VALID -> "good";
            case SUSPENDED -> "warn";
            case REVOKED -> "bad";
        };
    }

    public boolean maySuspend() {
        return state == CertificateActs.State.VALID && colleague.may(Duty.SUSPEND);
    }

    public boolean mayResume() {
        return state == CertificateActs.State.SUSPENDED && colleague.may(Duty.RESUME);
    }

    public boolean mayRevoke() {
        return state != CertificateActs.State.REVOKED && colleague.may(Duty.REVOKE);
    }

    public boolean mayReplace() {
        return state == CertificateActs.State.VALID
                && !held.issued().replace()
                && held.issued().renewedBy() == null
                && colleague.may(Duty.ORDER_REPLACEMENT);
    }

    public List<RevocationReason> reasons() {
        return List.of(RevocationReason.values());
    }
}
