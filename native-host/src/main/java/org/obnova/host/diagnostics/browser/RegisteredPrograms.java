// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.Repair;
import org.obnova.host.workstation.PersonalTarget;

/** What the manifests that count lead to, where they lead to something that can be started. */
public final class RegisteredPrograms implements Supplier<Map<Path, List<Repair>>> {
    private final List<BrowserPlaces> browsers;
    private final Function<String, Optional<PersonalTarget>> targets;

    /** @param targets writes the manifest of the browser of that id */
    public RegisteredPrograms(List<BrowserPlaces> browsers, Function<String, Optional<PersonalTarget>> targets) {
        this.browsers = List.copyOf(browsers);
        this.targets = targets;
    }

    @Override
    public Map<Path, List<Repair>> get() {
        Map<Path, List<Repair>> programs = new TreeMap<>();
        for (BrowserPlaces browser : browsers) {
            HostManifest.of(browser, BrowserPolicies.of(browser).allowsPersonalHosts())
                    .map(HostManifest::program)
                    .filter(Files::isExecutable)
                    .ifPresent(program -> {
                        List<Repair> repairs = programs.computeIfAbsent(program, each -> new ArrayList<>());
                        targets.apply(browser.id()).ifPresent(target -> repairs.add(target::install));
                    });
        }
        return programs;
    }
}
