// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * What was configured, all layers together.
 *
 * @param sites each origin once
 * @param anchors DER of the certificates that chains must lead to
 * @param extensions ids of extensions that may use the host besides our own
 * @param modules PKCS#11 modules besides the known ones; each path once
 * @param drives mount points that count as removable drives though the system does not say so
 * @param knownModules whether the usual places of vendors' modules and p11-kit's configurations are searched
 * @param mayRememberPin whether the person may have a PIN remembered
 * @param services what a computer can be set up for; each name once, the first is the one that counts where none is named
 */
public record Settings(
        List<SiteEntry> sites,
        List<byte[]> anchors,
        List<String> extensions,
        List<ModuleSetting> modules,
        List<Path> drives,
        boolean knownModules,
        boolean mayRememberPin,
        List<ServiceEntry> services) {
    /** Copies the lists. */
    public Settings {
        sites = List.copyOf(sites);
        anchors = List.copyOf(anchors);
        extensions = List.copyOf(extensions);
        modules = List.copyOf(modules);
        drives = List.copyOf(drives);
        services = List.copyOf(services);
    }
}
