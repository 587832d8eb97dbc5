// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.RenewalState;

/** The applications and certificates of everybody for whom the person may act. */
public record ApplicationListView(List<Person> people) {
    public ApplicationListView {
        people = List.copyOf(people);
    }

    /** One holder. */
    public record Person(Holder holder, List<Row> rows) {}

    /** A certificate, and the application for its renewal where there is one. */
    public record Row(
            HolderCertificate held,
            @Nullable Application application,
            @Nullable String step) {
        /** The text that stands where there is no application. */
        public String hint() {
            if (held.issued().revoked() != null) {
                return "status.revoked";
            }
            if (held.issued().renewedBy() != null) {
                return "status.replaced";
            }
            if (held.renewal() != RenewalState.NONE) {
                return "applications.offered";
            }
            return held.daysLeft() < 60 ? "extern.service-centre" : "applications.none";
        }
    }
}
