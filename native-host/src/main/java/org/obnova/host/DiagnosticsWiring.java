// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.command.Product;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.browser.BrowserPlaces;
import org.obnova.host.diagnostics.browser.ExtensionCheck;
import org.obnova.host.diagnostics.browser.HostManifestCheck;
import org.obnova.host.diagnostics.browser.NoBrowserCheck;
import org.obnova.host.diagnostics.browser.PolicyCheck;
import org.obnova.host.diagnostics.browser.RegisteredPrograms;
import org.obnova.host.diagnostics.browser.Sandbox;
import org.obnova.host.diagnostics.browser.SandboxCheck;
import org.obnova.host.diagnostics.computer.ClockCheck;
import org.obnova.host.diagnostics.computer.DisplayCheck;
import org.obnova.host.diagnostics.computer.NssCheck;
import org.obnova.host.diagnostics.computer.ProviderCheck;
import org.obnova.host.diagnostics.computer.RootsCheck;
import org.obnova.host.diagnostics.computer.SecretServiceCheck;
import org.obnova.host.diagnostics.computer.SpaceCheck;
import org.obnova.host.diagnostics.host.AnchorsCheck;
import org.obnova.host.diagnostics.host.AotCacheCheck;
import org.obnova.host.diagnostics.host.HostStartCheck;
import org.obnova.host.diagnostics.host.ProcessTrial;
import org.obnova.host.diagnostics.host.SettingsCheck;
import org.obnova.host.diagnostics.store.ConsentsCheck;
import org.obnova.host.diagnostics.store.JournalCheck;
import org.obnova.host.diagnostics.store.ModesCheck;
import org.obnova.host.diagnostics.store.WritableCheck;
import org.obnova.host.diagnostics.token.ModuleStartCheck;
import org.obnova.host.diagnostics.token.ModulesCheck;
import org.obnova.host.diagnostics.token.PcscdCheck;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.Directories;
import org.obnova.host.settings.Settings;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.site.AdmittedExtensions;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.ModuleSearch;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.module.UsbTokens;
import org.obnova.host.workstation.Browser;
import org.obnova.host.workstation.Browsers;
import org.obnova.host.workstation.Extensions;
import org.obnova.host.workstation.InstalledProvider;
import org.obnova.host.workstation.OperatingSystem;
import org.obnova.host.workstation.PersonalTarget;
import org.obnova.host.workstation.SystemRoot;
import org.obnova.host.workstation.TargetKind;
import org.obnova.host.workstation.Workstation;

/** Builds the checks for this computer, each time anew: which there are depends on its browsers and drivers. */
final class DiagnosticsWiring {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HostServices services;
    private final DiagnosticsPorts ports;

    DiagnosticsWiring(HostServices services, DiagnosticsPorts ports) {
        this.services = services;
        this.ports = ports;
    }

    List<DiagnosticCheck> checks() {
        List<PersonalTarget> targets = targets();
        List<DiagnosticCheck> checks = new ArrayList<>();
        ofBrowsers(checks, targets);
        ofHost(checks);
        ofStore(checks);
        targets.stream()
                .filter(each -> each.kind() == TargetKind.ROOTS)
                .map(RootsCheck::new)
                .forEach(checks::add);
        ofTokens(checks);
        ofComputer(checks);
        return checks;
    }

    /** The person's own: the computer's are the administrator's. None where the settings are damaged: another check tells. */
    private List<PersonalTarget> targets() {
        try {
            Workstation workstation = services.workstation();
            return workstation.personal(workstation.service(null));
        } catch (Fault e) {
            return List.of();
        }
    }

    private void ofBrowsers(List<DiagnosticCheck> checks, List<PersonalTarget> targets) {
        SystemRoot root = ports.root();
        Extensions admitted = admitted();
        List<BrowserPlaces> browsers = new ArrayList<>();
        List<Sandbox> sandboxes = new ArrayList<>();
        for (Browser each : Browsers.on(root)) {
            if (each.isThere()) {
                browsers.add(BrowserPlaces.of(each, root, admitted));
            }
            sandboxes.addAll(BrowserPlaces.sandboxes(each, root));
        }
        Map<String, PersonalTarget> manifests = manifests(browsers, targets);
        checks.add(new NoBrowserCheck(browsers, sandboxes));
        checks.add(new ExtensionCheck(browsers, Product.VERSION));
        for (BrowserPlaces each : browsers) {
            checks.add(new HostManifestCheck(each, Optional.ofNullable(manifests.get(each.id()))));
            checks.add(new PolicyCheck(each));
        }
        sandboxes.forEach(each -> checks.add(new SandboxCheck(each)));
        checks.add(new HostStartCheck(
                new RegisteredPrograms(browsers, id -> Optional.ofNullable(manifests.get(id))),
                new ProcessTrial(PATIENCE),
                Product.VERSION,
                arguments(admitted)));
    }

    /** Of Firefox where none of Chromium's family is admitted. */
    private static List<String> arguments(Extensions admitted) {
        return Stream.concat(
                        admitted.chromium().stream().map(id -> List.of("chrome-extension://" + id + "/")),
                        admitted.firefox().stream().map(id -> List.of("/org.obnova.host.json", id)))
                .findFirst()
                .orElse(List.of());
    }

    /** Those of the program alone where the files are damaged: another check tells. */
    private Extensions admitted() {
        try {
            return Extensions.of(new AdmittedExtensions(services.loader()).ids());
        } catch (Fault e) {
            return Extensions.of(new AdmittedExtensions(SettingsLoader.bundledAlone()).ids());
        }
    }

    /** The target of each browser; those that look in the same folders share one, whose title names them all. */
    private static Map<String, PersonalTarget> manifests(List<BrowserPlaces> browsers, List<PersonalTarget> targets) {
        Map<String, PersonalTarget> byBrowser = new HashMap<>();
        for (PersonalTarget each : targets) {
            if (each.kind() == TargetKind.HOST_MANIFEST) {
                browsers.stream()
                        .filter(browser ->
                                List.of(each.title().english().split(", ")).contains(browser.name()))
                        .forEach(browser -> byBrowser.putIfAbsent(browser.id(), each));
            }
        }
        return byBrowser;
    }

    private void ofHost(List<DiagnosticCheck> checks) {
        checks.add(new AotCacheCheck(ports.lib(), ports.cache()));
        Path settings = services.directories().config().resolve("host.json");
        checks.add(new SettingsCheck(settings, ports.administratorsSettings()));
        checks.add(new AnchorsCheck(this::anchors, services.clock()));
    }

    private void ofStore(List<DiagnosticCheck> checks) {
        Directories directories = services.directories();
        checks.add(new WritableCheck(directories));
        checks.add(new ModesCheck(directories));
        checks.add(new JournalCheck(services.journal()::unreadable));
        checks.add(new ConsentsCheck(directories.state().resolve("consents.json"), services.consents()));
    }

    private void ofTokens(List<DiagnosticCheck> checks) {
        Surroundings surroundings = ports.surroundings();
        Modules modules = modules(surroundings);
        checks.add(new ModulesCheck(() -> modules));
        int number = 0;
        for (FoundModule each : modules.usable()) {
            number++;
            checks.add(new ModuleStartCheck(each, number, ports.drivers()));
        }
        if (ports.root().system() == OperatingSystem.LINUX) {
            checks.add(new PcscdCheck(
                    ports.root().at("/run/pcscd/pcscd.comm"),
                    () -> modules.usable().stream().anyMatch(FoundModule::smartCard)
                            || !new UsbTokens(surroundings).fingerprint().isEmpty()));
        }
    }

    private void ofComputer(List<DiagnosticCheck> checks) {
        SystemRoot root = ports.root();
        checks.add(new SpaceCheck(services.directories(), ports.room()));
        checks.add(new ClockCheck(services.clock(), Build.TIME, this::began, witnesses()));
        checks.add(new ProviderCheck(InstalledProvider.at(root)));
        if (root.system() == OperatingSystem.LINUX) {
            checks.add(new DisplayCheck(root.environment(), root.at("/tmp/.X11-unix")));
            checks.add(new SecretServiceCheck(ports.pins()));
        }
        if (root.system() != OperatingSystem.WINDOWS) {
            checks.add(new NssCheck(ports.nss()));
        }
    }

    /** What the system writes as it goes: systemd-timesyncd's own mark of the time among them. */
    private List<Path> witnesses() {
        SystemRoot root = ports.root();
        return List.of(
                root.at("/var/lib/systemd/timesync/clock"),
                root.at("/etc/fake-hwclock.data"),
                root.at("/var/log/wtmp"),
                root.at("/var/lib/dpkg/status"),
                services.directories().state(),
                services.directories().containers());
    }

    private Modules modules(Surroundings surroundings) {
        Settings now = settings();
        return new ModuleSearch(surroundings).search(now.modules(), now.knownModules());
    }

    private List<byte[]> anchors() {
        return settings().anchors();
    }

    private List<Instant> began() {
        return anchors().stream().flatMap(each -> began(each).stream()).toList();
    }

    private static Optional<Instant> began(byte[] der) {
        try {
            return Optional.of(Certificates.read(der).getNotBefore().toInstant());
        } catch (Fault e) {
            return Optional.empty(); // Another check tells.
        }
    }

    /** Those of the program alone where the files are damaged: another check tells. */
    private Settings settings() {
        try {
            return services.settings();
        } catch (Fault e) {
            return SettingsLoader.bundledAlone().load();
        }
    }
}
