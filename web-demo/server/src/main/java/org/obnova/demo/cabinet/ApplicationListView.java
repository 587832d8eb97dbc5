// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.media.Medium;
import org.obnova.demo.web.Texts;

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
        private static final String NEXT = "applications.next.";

        /** What the person does next with the application. */
        public String next(Texts texts) {
            Application begun = Objects.requireNonNull(application);
            Medium medium = begun.medium();
            return switch (begun.state()) {
                case REQUEST -> medium == null ? texts.t(NEXT + step) : texts.t(NEXT + "begun", medium.label());
                case INSTALL ->
                    medium == null ? texts.t(NEXT + step) : texts.t(NEXT + "install.medium", medium.label());
                default -> texts.t(NEXT + step);
            };
        }

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
