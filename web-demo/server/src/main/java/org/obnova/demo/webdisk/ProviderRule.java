// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.Set;

/**
 * Which versions of a provider are to be upgraded, and to which.
 *
 * @param provider its name
 * @param from the lowest version that the rule is about
 * @param to the highest one
 * @param upgrade the version that is proposed; higher than {@code to}
 * @param upgradeBuild its build: programs tell builds, people releases
 * @param restart what has to be started again after the upgrade: {@code none}, {@code browser} or {@code computer}
 */
record ProviderRule(
        String provider, ProviderVersion from, ProviderVersion to, String upgrade, int upgradeBuild, String restart) {
    private static final Set<String> RESTARTS = Set.of("none", "browser", "computer");

    ProviderRule {
        ProviderVersion proposed = ProviderVersion.parse(upgrade)
                .orElseThrow(() -> new IllegalArgumentException("not a version: " + upgrade));
        if (from.compareTo(to) > 0 || proposed.compareTo(to) <= 0 || upgradeBuild < 1) {
            throw new IllegalArgumentException("not an upgrade: " + from + " to " + to + " gives " + upgrade);
        }
        if (!RESTARTS.contains(restart)) {
            throw new IllegalArgumentException("nothing that can be restarted: " + restart);
        }
    }

    boolean matches(String found, ProviderVersion version) {
        if (!provider.equals(found)) {
            return false;
        }
        // Numbers as one: 3.9 lies between 2.0 and 4.0 whatever its release.
        boolean sameNumber = version.major() == to.major() && version.minor() == to.minor();
        if (version.isBuild() && sameNumber) {
            return version.build() < upgradeBuild;
        }
        return version.compareTo(from) >= 0 && version.compareTo(to) <= 0;
    }
}
