// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.personalstore.nss.NssPlaces;
import org.obnova.host.personalstore.nss.NssRoots;
import org.obnova.host.settings.ServiceEntry;

/** Finds what can be set up on this computer: one target for each browser, store and file that is there. */
final class Targets {
    /** Enough to tell a person's profiles apart. */
    private static final int DIGITS = 8;

    private final SystemRoot root;
    private final Optional<Path> launcher;
    private final Supplier<Extensions> extensions;
    private final NssRoots nss;
    private final SystemTools tools;
    private final Surroundings user;
    private final Surroundings system;
    private final WindowsTargets windows;

    Targets(
            SystemRoot root,
            Optional<Path> launcher,
            Supplier<Extensions> extensions,
            NssRoots nss,
            SystemTools tools,
            Surroundings user,
            Surroundings system) {
        this.root = root;
        this.launcher = launcher;
        this.extensions = extensions;
        this.nss = nss;
        this.tools = tools;
        this.user = user;
        this.system = system;
        this.windows = new WindowsTargets(root, tools, user);
    }

    /** All of them for a service, those of the person first. */
    List<Target> of(ServiceEntry service) {
        List<Browser> browsers =
                Browsers.on(root).stream().filter(Targets::isUsed).toList();
        List<Target> targets = new ArrayList<>();
        Extensions admitted = extensions.get();
        List<Browser> starting = browsers.stream()
                .filter(each -> !admitted.of(each.family()).isEmpty())
                .toList();
        if (root.system() == OperatingSystem.WINDOWS) {
            return windows.of(service, starting, launcher, admitted);
        }
        launcher.ifPresent(host -> {
            // A program that one person can change is nothing that everybody's browsers should start.
            List<HostManifest> all =
                    Launcher.isEverybodys(root, host) ? manifests(starting, host, Scope.SYSTEM, List.of()) : List.of();
            targets.addAll(manifests(starting, host, Scope.USER, all));
            for (Browser each : starting) {
                for (Browser.Sandbox sandbox : each.sandboxes()) {
                    if (Files.isDirectory(sandbox.folder())) {
                        targets.add(new SandboxManifest(each, sandbox, host, admitted, user));
                    }
                }
            }
            targets.addAll(all);
        });
        List<RootCertificate> roots = RootCertificate.of(service);
        if (root.system() == OperatingSystem.LINUX) {
            List<RootCertificate> known =
                    roots.stream().filter(RootCertificate::isForBrowsers).toList();
            if (!known.isEmpty()) {
                targets.addAll(nssTargets(browsers, known));
            }
            if (!roots.isEmpty()) {
                SystemStore.of(root)
                        .ifPresent(store ->
                                targets.add(new SystemRootsTarget(store, service.name(), roots, tools, system)));
            }
            targets.addAll(policies(browsers, new Policies(root, service, known, admitted, system)));
        }
        return List.copyOf(targets);
    }

    /** On this system, or in a sandbox. */
    private static boolean isUsed(Browser browser) {
        return browser.isThere() || browser.sandboxes().stream().anyMatch(each -> Files.isDirectory(each.folder()));
    }

    /** What was set up and is no target any more. */
    List<Target> leftovers(List<Target> targets, Scope scope) {
        Surroundings around = scope == Scope.USER ? user : system;
        return around.ledger().targets().stream()
                .filter(id -> targets.stream().noneMatch(each -> each.id().equals(id)))
                .map(id -> leftover(id, scope, around))
                .toList();
    }

    /** Of the system's store the bundle must be gathered anew, else it goes on trusting what was removed. */
    private Target leftover(String id, Scope scope, Surroundings around) {
        Optional<Target> onWindows = windows.leftover(id);
        if (onWindows.isPresent()) {
            return onWindows.get();
        }
        return SystemStore.of(root)
                .filter(_ -> id.equals(SystemRootsTarget.ID))
                .<Target>map(store -> new SystemRootsTarget(store, "", List.of(), tools, around))
                .orElseGet(() -> new Leftover(id, scope, nss, around));
    }

    /** The plan as a file. */
    SetupFile file(ServiceEntry service, OperatingSystem other) {
        List<RootCertificate> roots = RootCertificate.of(service);
        return other == OperatingSystem.WINDOWS
                ? WindowsFile.make(service, roots, Direction.INSTALL)
                : new SetupScript(service, roots, launcher.orElse(Launcher.PACKAGED), extensions.get(), system).make();
    }

    /** Browsers that are installed; those that read the same folder share a target. */
    private static List<Target> policies(List<Browser> browsers, Policies policies) {
        Map<Path, List<Browser>> byFolder = new LinkedHashMap<>();
        for (Browser each : browsers) {
            if (each.isInstalled()) {
                each.policies()
                        .forEach(folder -> byFolder.computeIfAbsent(folder, _ -> new ArrayList<>())
                                .add(each));
            }
        }
        List<Target> targets = new ArrayList<>();
        byFolder.forEach((folder, sharing) -> targets.add(policies.of(folder, sharing)));
        return targets;
    }

    /** Databases that are there; where a browser of Chromium's family has none yet, the one that it would read. */
    private List<Target> nssTargets(List<Browser> browsers, List<RootCertificate> roots) {
        List<Path> shared = new ArrayList<>();
        List<Target> own = new ArrayList<>();
        Map<String, Integer> programs = new HashMap<>();
        for (NssPlaces.Database each : new NssPlaces(root.home(), root.environment()).databases()) {
            if (each.program().startsWith("Thunderbird")) {
                continue; // No service is used in it.
            }
            if (each.detail().isEmpty() && !each.program().contains("(")) {
                shared.add(each.folder());
            } else {
                String program = each.program().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                String last = each.detail().isEmpty() ? "" : "." + digest(each.folder());
                int number = programs.merge(each.program(), 1, Integer::sum);
                own.add(new NssTarget(
                        "roots.nss." + program.replaceAll("^-+|-+$", "") + last,
                        named(each.program(), number),
                        List.of(each.folder()),
                        roots,
                        nss,
                        user));
            }
        }
        boolean chromium = browsers.stream().anyMatch(each -> each.family() == Browser.Family.CHROMIUM);
        if (shared.isEmpty() && chromium) {
            shared.add(root.home().resolve(".pki/nssdb"));
        }
        List<Target> targets = new ArrayList<>();
        if (!shared.isEmpty()) {
            String names = String.join(
                    ", ",
                    browsers.stream()
                            .filter(each -> each.family() == Browser.Family.CHROMIUM)
                            .map(Browser::name)
                            .toList());
            targets.add(new NssTarget(
                    "roots.nss.shared", named(names.isEmpty() ? "NSS" : names, 1), shared, roots, nss, user));
        }
        targets.addAll(own);
        return targets;
    }

    /** Pages read it: a profile's name is the person's own affair. */
    private static Words named(String program, int number) {
        return number == 1
                ? new Words("Корневые сертификаты: " + program, "Root certificates: " + program)
                : new Words(
                        "Корневые сертификаты: " + program + ", профиль " + number,
                        "Root certificates: " + program + ", profile " + number);
    }

    /** Stable as the folder's name is, which has the profile's in it. */
    private static String digest(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return KeptFiles.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** Browsers that look in the same folders share a target. */
    private List<HostManifest> manifests(
            List<Browser> browsers, Path host, Scope scope, List<HostManifest> everybodys) {
        Map<List<Path>, List<Browser>> byFolders = new LinkedHashMap<>();
        for (Browser each : browsers) {
            List<Path> folders = scope == Scope.USER ? each.userManifests() : systemFolders(each);
            if (!folders.isEmpty() && each.isThere()) {
                byFolders.computeIfAbsent(folders, _ -> new ArrayList<>()).add(each);
            }
        }
        List<HostManifest> targets = new ArrayList<>();
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
                    everybodys.stream()
                            .filter(each -> sharing.contains(each.browser()))
                            .findFirst(),
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
