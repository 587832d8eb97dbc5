// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.util.Optional;

/** What ESIA knows of the CA's certificates. */
public interface EsiaStanding {
    /** Where the registration of a certificate stands; nothing where it was not taken up yet. */
    Optional<EsiaEntry> find(String sha256);

    /** How many certificates ESIA does not know yet. */
    int waiting();

    /** How many it knows. */
    int registered();
}
