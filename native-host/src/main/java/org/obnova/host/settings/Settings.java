// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.util.List;

/**
 * What was configured, all layers together.
 *
 * @param sites each origin once
 * @param anchors DER of the certificates that chains must lead to
 * @param extensions ids of extensions that may use the host besides our own
 */
public record Settings(List<SiteEntry> sites, List<byte[]> anchors, List<String> extensions) {
    /** Copies the lists. */
    public Settings {
        sites = List.copyOf(sites);
        anchors = List.copyOf(anchors);
        extensions = List.copyOf(extensions);
    }
}
