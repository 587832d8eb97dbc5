// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.List;

/**
 * What the page is made from.
 *
 * @param back where the person came from: an address of the portal or the cabinet; empty where they came by themselves
 * @param system the visitor's
 * @param firefox whether the browser is of that family
 * @param application packages that fit the system
 * @param otherApplication packages for other systems
 * @param extension packages of the extension for this browser
 * @param settings files that set such a system up without extension and application
 */
public record SetupView(
        String back,
        VisitorSystem system,
        boolean firefox,
        List<PackageFile> application,
        List<PackageFile> otherApplication,
        List<PackageFile> extension,
        List<PackageFile> settings) {

    static SetupView of(String back, VisitorSystem system, boolean firefox, List<PackageFile> all) {
        return new SetupView(
                back,
                system,
                firefox,
                all.stream()
                        .filter(file -> system.kinds().contains(file.kind()))
                        .toList(),
                all.stream()
                        .filter(file ->
                                file.kind().isApplication() && !system.kinds().contains(file.kind()))
                        .toList(),
                all.stream()
                        .filter(file -> file.kind().isExtension() && firefox == (file.kind() == PackageKind.XPI))
                        .toList(),
                all.stream()
                        .filter(file -> system.settings().contains(file.kind()))
                        .toList());
    }

    /** Whether the way back leads to the cabinet. */
    public boolean cameFrom(String origin) {
        return back.startsWith(origin + "/");
    }
}
