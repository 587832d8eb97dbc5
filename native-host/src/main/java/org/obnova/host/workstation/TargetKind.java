// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.Locale;

/** What sort of thing a target is; the setup page has a component for each. */
public enum TargetKind {
    /** A browser is told where the host is. */
    HOST_MANIFEST,
    /** A store of root certificates has those of the service. */
    ROOTS,
    /** A browser's policies let extension and host work. */
    POLICY,
    /** The service's sites are among the trusted ones. */
    SITES;

    /** The name on the wire, e.g. {@code host-manifest}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
