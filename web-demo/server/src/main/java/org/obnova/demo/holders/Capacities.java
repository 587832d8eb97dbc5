// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.Capacity;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.identity.Place;

/** In what capacity a holder of a kind stands in the certificate. */
public final class Capacities {
    private Capacities() {}

    /**
     * By the kind. A head always stands for the organisation, an employee where the CA works so; of whom no organisation is known, only the person can be named.
     *
     * @param form the holder's data: position, department, number of the business
     * @param organisation whom the holder works for
     * @param employees whether employees' certificates have the organisation's fields inside
     */
    public static Capacity of(
            HolderKind kind, PersonForm form, @Nullable Organisation organisation, boolean employees) {
        return switch (kind) {
            case NATURAL_PERSON -> new Capacity.Private();
            case EMPLOYEE ->
                employees && organisation != null
                        ? organisation(organisation, form.get("position"), form)
                        : new Capacity.Private();
            case HEAD ->
                organisation == null
                        ? new Capacity.Private()
                        : organisation(organisation, organisation.headPosition(), form);
            case SOLE_PROPRIETOR ->
                form.get("ogrnip").isEmpty() ? new Capacity.Private() : new Capacity.Business(form.get("ogrnip"));
        };
    }

    /** A place in one line. */
    public static String address(Capacity.Place place) {
        return place.region()
                + (place.locality().equals(place.region()) ? "" : ", " + place.locality())
                + ", "
                + place.street();
    }

    private static Capacity organisation(Organisation of, String title, PersonForm form) {
        Place place = Place.of(of.address());
        return new Capacity.ForOrganisation(
                of.name(),
                of.inn().digits(),
                of.ogrn().digits(),
                new Capacity.Place(place.region(), place.locality(), place.street()),
                blankIsNull(title),
                blankIsNull(form.get("unit")));
    }

    private static @Nullable String blankIsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
