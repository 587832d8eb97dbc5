// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A browser and its places on one system; paths of this process.
 *
 * @param id stable, part of targets' ids
 * @param name what a person calls it
 * @param programs any of which says that it is installed
 * @param profiles any of which says that this person has used it
 * @param userManifests folders where it looks for this person's manifests of native hosts; on Windows none
 * @param systemManifests folders where it looks for everybody's
 * @param policies folders of managed policies (Linux)
 * @param registry keys without their root (Windows), else null
 * @param sandboxes snap and flatpak
 */
public record Browser(
        String id,
        String name,
        Family family,
        List<Path> programs,
        List<Path> profiles,
        List<Path> userManifests,
        List<Path> systemManifests,
        List<Path> policies,
        Registry registry,
        List<Sandbox> sandboxes) {
    /** How it is told what it needs. */
    public enum Family {
        CHROMIUM,
        FIREFOX
    }

    /**
     * Keys of the registry; empty on other systems.
     *
     * @param manifests under HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE
     * @param policies under HKEY_LOCAL_MACHINE
     */
    public record Registry(String manifests, String policies) {
        static final Registry NONE = new Registry("", "");
    }

    /**
     * The browser in a sandbox of its own.
     *
     * @param kind {@code snap} or {@code flatpak}
     * @param name the package's
     * @param folder there once the person has used it
     * @param permission what the person runs once, so that it may start a program outside
     */
    public record Sandbox(String kind, String name, Path folder, List<Path> userManifests, String permission) {
        /** Copies the list. */
        public Sandbox {
            userManifests = List.copyOf(userManifests);
        }
    }

    /** Copies the lists. */
    public Browser {
        programs = List.copyOf(programs);
        profiles = List.copyOf(profiles);
        userManifests = List.copyOf(userManifests);
        systemManifests = List.copyOf(systemManifests);
        policies = List.copyOf(policies);
        sandboxes = List.copyOf(sandboxes);
    }

    /** Of Firefox: what its distribution has set, beside the program; it counts as long as there is no file of the administrator's. */
    public Optional<Path> distributionPolicies() {
        return programs.stream()
                .map(each -> KeptFiles.real(each).resolveSibling("distribution/policies.json"))
                .filter(Files::exists)
                .findFirst();
    }

    /** Whether one of its programs or profiles is there. */
    public boolean isThere() {
        return isInstalled() || profiles.stream().anyMatch(Files::isDirectory);
    }

    /** Whether one of its programs is there. */
    public boolean isInstalled() {
        return programs.stream().anyMatch(Files::exists);
    }
}
