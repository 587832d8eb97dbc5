// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import org.obnova.demo.enrolment.Copying;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;

/** The certificates of everybody for whom the person may act, with what may be done with their keys. */
public record KeysView(List<Person> people) {
    public KeysView {
        people = List.copyOf(people);
    }

    /** One holder. */
    public record Person(Holder holder, List<Row> rows) {
        public Person {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One certificate.
     *
     * @param copying whether copies of its key may be made
     */
    public record Row(HolderCertificate held, Copying copying) {
        public String sha256() {
            return held.issued().sha256();
        }

        public boolean mayBeCopied() {
            return copying == Copying.ALLOWED;
        }

        /** Whether it is of use for old documents alone. */
        public boolean old() {
            return !status().equals("valid");
        }

        /** The last part of its status's text key. */
        public String status() {
            if (held.issued().revoked() != null) {
                return held.issued().suspended() ? "suspended" : "revoked";
            }
            if (held.issued().renewedBy() != null) {
                return "replaced";
            }
            return held.daysLeft() == 0 ? "expired" : "valid";
        }

        public String look() {
            return old() ? "plain" : "good";
        }
    }
}
