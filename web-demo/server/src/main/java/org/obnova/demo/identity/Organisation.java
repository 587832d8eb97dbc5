// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import org.obnova.demo.problem.Problem;

/**
 * An organisation as its register has it (ЕГРЮЛ).
 *
 * @param name short name
 * @param inn of 10 digits
 * @param address where it is registered
 * @param headPosition «Генеральный директор»
 */
public record Organisation(String name, Inn inn, Ogrn ogrn, String address, PersonName head, String headPosition) {
    /** Refuses a person's number and empty lines: FIELD_INVALID. */
    public Organisation {
        require(Person.line(name), "organisation");
        require(!inn.ofPerson(), "inn");
        require(Person.line(address), "address");
        require(Person.line(headPosition), "headPosition");
    }

    private static void require(boolean condition, String field) {
        if (!condition) {
            throw Problem.field(field, field + " cannot be an organisation's");
        }
    }
}
