// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * What a machine-readable power of attorney (МЧД) says, in the single format EMCHD_1 of the tax service. Its signature lies in a file of its own; neither that nor
 * the register of powers of attorney is looked at here: the service that accepts one does so.
 *
 * @param number in the register of powers of attorney
 * @param issued first day
 * @param until last day
 * @param principals organisations that give the power
 * @param representatives people who get it
 */
public record PowerOfAttorney(
        String number,
        LocalDate issued,
        LocalDate until,
        List<Principal> principals,
        List<Representative> representatives) {
    /** Keeps copies. */
    public PowerOfAttorney {
        principals = List.copyOf(principals);
        representatives = List.copyOf(representatives);
    }

    /**
     * An organisation.
     *
     * @param inn 10 digits
     */
    public record Principal(String name, String inn) {}

    /**
     * A person.
     *
     * @param name in full, empty where it is not there
     * @param inn 12 digits, or empty
     * @param snils 11 digits, or empty
     */
    public record Representative(String name, String inn, String snils) {}

    /**
     * Reads one.
     *
     * @throws org.obnova.demo.problem.Problem ATTORNEY_UNREADABLE for any other file
     */
    public static PowerOfAttorney read(InputStream xml) {
        return new AttorneyReading().of(xml);
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(issued) && !day.isAfter(until);
    }

    /** Whether that organisation gives it. */
    public boolean givenBy(String inn) {
        return principals.stream().anyMatch(one -> one.inn().equals(inn));
    }

    /** Whether that person gets it: by both numbers where it has both. */
    public boolean givenTo(String inn, String snils) {
        return representatives.stream()
                .anyMatch(one -> !(one.inn().isEmpty() && one.snils().isEmpty())
                        && (one.inn().isEmpty() || one.inn().equals(inn))
                        && (one.snils().isEmpty() || one.snils().equals(snils)));
    }
}
