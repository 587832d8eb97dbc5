// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.obnova.host.workstation.Browser;
import org.obnova.host.workstation.Extensions;
import org.obnova.host.workstation.SystemRoot;

/**
 * A browser that is here, and where it looks.
 *
 * @param root in which manifests name programs
 * @param firefox else of Chromium's family
 * @param personalManifests where it looks for a host's manifest first, the files
 * @param systemManifests where it looks then
 * @param policies folders of the administrator's policies; of Firefox the one file that it reads
 * @param profiles the folders that hold its profiles
 * @param extensions the ids of those that may use the host, in this browser's form
 */
public record BrowserPlaces(
        SystemRoot root,
        String id,
        String name,
        boolean firefox,
        List<Path> personalManifests,
        List<Path> systemManifests,
        List<Path> policies,
        List<Path> profiles,
        List<String> extensions) {
    private static final String MANIFEST = HostManifest.NAME + ".json";

    /** Copies the lists. */
    public BrowserPlaces {
        personalManifests = List.copyOf(personalManifests);
        systemManifests = List.copyOf(systemManifests);
        policies = List.copyOf(policies);
        profiles = List.copyOf(profiles);
        extensions = List.copyOf(extensions);
    }

    /** Those of a known browser. */
    public static BrowserPlaces of(Browser browser, SystemRoot root, Extensions admitted) {
        return new BrowserPlaces(
                root,
                browser.id(),
                browser.name(),
                browser.family() == Browser.Family.FIREFOX,
                browser.userManifests().stream()
                        .map(folder -> folder.resolve(MANIFEST))
                        .toList(),
                browser.systemManifests().stream()
                        .map(folder -> folder.resolve(MANIFEST))
                        .toList(),
                policies(browser),
                browser.profiles(),
                admitted.of(browser.family()));
    }

    /** Firefox reads the administrator's file, and only where there is none the distribution's beside the program. */
    private static List<Path> policies(Browser browser) {
        if (browser.family() == Browser.Family.CHROMIUM) {
            return browser.policies();
        }
        return Stream.concat(
                        browser.policies().stream().map(folder -> folder.resolve("policies.json")),
                        browser.distributionPolicies().stream())
                .filter(Files::exists)
                .limit(1)
                .toList();
    }

    /** The sandboxes in which this person has used it. */
    public static List<Sandbox> sandboxes(Browser browser, SystemRoot root) {
        List<Sandbox> used = new ArrayList<>();
        for (Browser.Sandbox each : browser.sandboxes()) {
            if (Files.isDirectory(each.folder())) {
                boolean flatpak = each.kind().equals("flatpak");
                Path data = root.data().resolve("flatpak");
                Path permissions = flatpak
                        ? data.resolve("overrides").resolve(each.name())
                        : data.resolve("db").resolve("webextensions");
                used.add(new Sandbox(flatpak, each.name(), each.permission(), permissions));
            }
        }
        return used;
    }
}
