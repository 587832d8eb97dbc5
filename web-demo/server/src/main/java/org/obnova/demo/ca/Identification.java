// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

/** How the CA made sure who the person is: identificationKind of order 795. */
public enum Identification {
    IN_PERSON(0),
    QUALIFIED_SIGNATURE(1);

    private final int value;

    Identification(int value) {
        this.value = value;
    }

    /** Value of the extension. */
    public int value() {
        return value;
    }
}
