// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.settings.ServiceEntry;

/** Finds what can be set up on this computer: one target for each browser, store and file that is there. */
final class Targets {
    private final SystemRoot root;
    private final Optional<Path> launcher;
    private final Supplier<Extensions> extensions;
    private final Surroundings user;
    private final Surroundings system;

    Targets(
            SystemRoot root,
            Optional<Path> launcher,
            Supplier<Extensions> extensions,
            Surroundings user,
            Surroundings system) {
        this.root = root;
        this.launcher = launcher;
        this.extensions = extensions;
        this.user = user;
        this.system = system;
    }

    /** All of them for a service, those of the person first. */
    List<Target> of(ServiceEntry service) {
        List<Browser> browsers =
                Browsers.on(root).stream().filter(Browser::isThere).toList();
        List<Target> targets = new ArrayList<>();
        launcher.ifPresent(host -> {
            targets.addAll(manifests(browsers, host, Scope.USER));
            if (!root.at(host.toString()).startsWith(root.home())) {
                // A program that one person can change is nothing that everybody's browsers should start.
                targets.addAll(manifests(browsers, host, Scope.SYSTEM));
            }
        });
        return List.copyOf(targets);
    }

    /** Browsers that look in the same folders share a target. */
    private List<Target> manifests(List<Browser> browsers, Path host, Scope scope) {
        Map<List<Path>, List<Browser>> byFolders = new LinkedHashMap<>();
        for (Browser each : browsers) {
            List<Path> folders = scope == Scope.USER ? each.userManifests() : systemFolders(each);
            if (!folders.isEmpty()) {
                byFolders.computeIfAbsent(folders, _ -> new ArrayList<>()).add(each);
            }
        }
        List<Target> targets = new ArrayList<>();
        byFolders.forEach((folders, sharing) -> {
            Browser first = sharing.getFirst();
            targets.add(new HostManifest(
                    "host-manifest." + first.id() + (scope == Scope.USER ? "" : ".system"),
                    scope,
                    first,
                    String.join(", ", sharing.stream().map(Browser::name).toList()),
                    folders,
                    host,
                    extensions.get(),
                    scope == Scope.USER ? user : system));
        });
        return targets;
    }

    private static List<Path> systemFolders(Browser browser) {
        List<Path> folders = new ArrayList<>();
        for (Path each : browser.systemManifests()) {
            Path parent = each.getParent();
            if (folders.isEmpty() || (parent != null && Files.isDirectory(parent))) {
                folders.add(each);
            }
        }
        return folders;
    }
}
