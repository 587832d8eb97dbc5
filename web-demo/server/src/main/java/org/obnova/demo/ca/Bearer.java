// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

/** Whom a certificate names, and in what capacity. */
public record Bearer(CertificateSubject person, Capacity capacity) {
    /** Somebody for himself. */
    public static Bearer of(CertificateSubject person) {
        return new Bearer(person, new Capacity.Private());
    }

    /** The same, where nobody has proven that the e-mail address is the person's. */
    public Bearer withoutEmail() {
        return new Bearer(person.withoutEmail(), capacity);
    }
}
