// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import java.util.List;
import java.util.Map;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;

/**
 * Whom the agencies know. Nobody of them exists.
 *
 * @param proprietors number in ЕГРИП -> INN
 */
public record Population(List<Person> people, List<Organisation> organisations, Map<String, Inn> proprietors) {
    /** Keeps copies. */
    public Population {
        people = List.copyOf(people);
        organisations = List.copyOf(organisations);
        proprietors = Map.copyOf(proprietors);
    }
}
