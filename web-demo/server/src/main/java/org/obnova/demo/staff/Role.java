// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import java.util.Locale;

/** In which capacity somebody works at the operators' site. */
public enum Role {
    /** Of the CA: decides about applications and certificates. */
    OPERATOR,
    /** Of a service centre: meets holders, creates applications, takes money. */
    CLERK,
    /** Of an organisation: sees its holders alone, hands tokens out to them. */
    OFFICER,
    /** Reads everything, changes nothing. */
    AUDITOR;

    /** Tail of text keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
