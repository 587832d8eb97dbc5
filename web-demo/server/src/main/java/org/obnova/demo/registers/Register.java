// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

/** State registers that the CA asks about a person (63-FZ, article 18, part 2.2). */
public enum Register {
    /** Whether the passport is valid: Ministry of the Interior. */
    PASSPORT(Agency.PASSPORTS),
    /** Whose SNILS it is: Social Fund. */
    SNILS(Agency.SFR),
    /** Whose INN it is: tax service. */
    INN(Agency.FNS),
    /** Organisations: tax service. */
    EGRUL(Agency.FNS),
    /** Sole proprietors: tax service. */
    EGRIP(Agency.FNS);

    private final Agency agency;

    Register(Agency agency) {
        this.agency = agency;
    }

    /** Who keeps it. */
    public Agency agency() {
        return agency;
    }
}
