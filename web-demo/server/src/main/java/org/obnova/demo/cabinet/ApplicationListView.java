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
public record ApplicationListView(List<Person> people, WaitingView waiting) {
    public ApplicationListView {
        people = List.copyOf(people);
    }

    /**
     * One holder.
     *
     * @param begun applications that renew none of the rows' certificates: a first issue, or one that is led elsewhere
     */
    public record Person(Holder holder, List<Row> rows, List<Begun> begun) {
        public Person {
            rows = List.copyOf(rows);
            begun = List.copyOf(begun);
        }
    }

    /** An application for a certificate that there is not yet. */
    public record Begun(Application application, String step) {
        /** What the person does next. */
        public String next(Texts texts) {
            return texts.t(application.purpose().readOnly() ? "applications.read-only" : "applications.next." + step);
        }

        public String action() {
            return switch (application.state()) {
                case INTRODUCTION -> "applications.fill";
                case DONE -> "applications.look";
                default -> "applications.continue";
            };
        }
    }

    /**
     * A certificate, and the application for its renewal where there is one.
     *
     * @param served whether such holders renew here at all
     */
    public record Row(
            HolderCertificate held,
            boolean served,
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
                return held.issued().suspended() ? "status.suspended" : "status.revoked";
            }
            if (held.issued().renewedBy() != null) {
                return "status.replaced";
            }
            if (held.renewal() != RenewalState.NONE) {
                return "applications.offered";
            }
            if (!served) {
                return "applications.tax-service";
            }
            return held.daysLeft() < 60 ? "extern.service-centre" : "applications.none";
        }
    }
}
