// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a site may be allowed to do; consents are kept per site and operation. */
public enum Operation {
    CERTIFICATES,
    STORAGES,
    RENEW,
    SIGN,
    BACKUP,
    DECRYPT,
    WORKSTATION,
    DIAGNOSTICS;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation of that wire name. */
    public static Optional<Operation> ofWireName(String name) {
        return Arrays.stream(values()).filter(o -> o.wireName().equals(name)).findFirst();
    }
}
