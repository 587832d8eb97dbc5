// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.settings.ServiceEntry;

/** What can be set up on Windows, for one person; what is for everybody comes with the msi and the domain's policies. */
final class WindowsTargets {
    private final SystemRoot root;
    private final SystemTools tools;
    private final Surroundings user;

    WindowsTargets(SystemRoot root, SystemTools tools, Surroundings user) {
        this.root = root;
        this.tools = tools;
        this.user = user;
    }

    /** A program of the system by its file's name. */
    static Path program(SystemRoot root, String name) {
        return WindowsPath.of(root, "%SystemRoot%\\System32\\" + name);
    }

    List<Target> of(ServiceEntry service, List<Browser> starting, Optional<Path> launcher, Extensions extensions) {
        List<Target> targets = new ArrayList<>();
        Path folder = WindowsPath.of(root, "%LOCALAPPDATA%\\obnova\\manifests");
        launcher.ifPresent(host -> byKey(starting)
                .forEach(sharing -> targets.add(new WindowsManifest(sharing, folder, host, extensions, user))));
        List<RootCertificate> roots = RootCertificate.of(service);
        if (!roots.isEmpty()) {
            targets.add(roots(roots));
        }
        List<TrustedSites> sites = TrustedSites.of(service.origins());
        if (!sites.isEmpty()) {
            targets.add(new SitesTarget(sites, user));
        }
        return targets;
    }

    /** Of a service that is gone: what was set up can be undone. */
    Optional<Target> leftover(String id) {
        return switch (id) {
            case WindowsRoots.ID -> Optional.of(roots(List.of()));
            case SitesTarget.ID -> Optional.of(new SitesTarget(List.of(), user));
            default -> Optional.empty();
        };
    }

    private WindowsRoots roots(List<RootCertificate> roots) {
        return new WindowsRoots(roots, program(root, "certutil.exe"), tools, user);
    }

    private static List<List<Browser>> byKey(List<Browser> browsers) {
        Map<String, List<Browser>> byKey = new LinkedHashMap<>();
        for (Browser each : browsers) {
            byKey.computeIfAbsent(each.registry().manifests().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(each);
        }
        return List.copyOf(byKey.values());
    }
}
