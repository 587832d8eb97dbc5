// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/** In what capacity somebody stands in a certificate: it decides what the subject says besides the person (order of the FSB 795, section III; 63-FZ, article 17). */
public sealed interface Capacity {
    /** For himself. */
    record Private() implements Capacity {}

    /**
     * For an organisation: the certificate is the organisation's, and names the person who acts for it.
     *
     * @param name short name, the common name too
     * @param inn 10 digits
     * @param ogrn 13 digits
     * @param place where the organisation is registered
     * @param title position of the person, or null
     * @param unit department of the person, or null
     */
    record ForOrganisation(
            String name,
            String inn,
            String ogrn,
            Place place,
            @Nullable String title,
            @Nullable String unit) implements Capacity {
        /** Refuses what no certificate may hold: FIELD_INVALID names the field. */
        public ForOrganisation {
            text("organisation", name);
            digits("inn", inn, 10);
            digits("ogrn", ogrn, 13);
            if (title != null) {
                text("position", title);
            }
            if (unit != null) {
                text("unit", unit);
            }
        }
    }

    /**
     * As a sole proprietor.
     *
     * @param ogrnip 15 digits
     */
    record Business(String ogrnip) implements Capacity {
        /** Refuses what no certificate may hold: FIELD_INVALID names the field. */
        public Business {
            digits("ogrnip", ogrnip, 15);
        }
    }

    /**
     * Where an organisation is registered.
     *
     * @param region subject of the Russian Federation
     * @param locality town or village; of a city that is a region itself, the same
     * @param street street, house, office
     */
    record Place(String region, String locality, String street) {
        /** Refuses what no certificate may hold: FIELD_INVALID names the field. */
        public Place {
            text("address", region);
            text("address", locality);
            text("address", street);
        }
    }

    private static void text(String field, String value) {
        if (!CertificateSubject.isText(value)) {
            throw Problem.field(field, field + " must be 1 to 128 visible characters");
        }
    }

    private static void digits(String field, String value, int count) {
        if (!Pattern.matches("[0-9]{" + count + "}", value)) {
            throw Problem.field(field, field + " must be " + count + " digits");
        }
    }
}
