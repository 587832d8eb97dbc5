// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;

/** A computer in a folder: its root, a person's home, and what is installed there. */
final class Computer {
    static final String EXTENSION = "amijgcgnkbhnjobgdpnmpjaaooimiani";

    final Path root;
    final Path home;
    final ServiceEntry service;
    List<String> extensions = List.of(EXTENSION, "extension@obnova.org");
    Path launcher = Path.of("/opt/obnova/bin/obnova-host");
    private OperatingSystem system = OperatingSystem.LINUX;
    private Map<String, String> environment = Map.of();
    private SystemTools tools = new ProcessTools();

    Computer(Path folder) {
        this(folder, TestRoots.EXTERN);
    }

    Computer(Path folder, byte[] certificate) {
        root = folder.resolve("root");
        home = root.resolve("home/anna");
        service = new ServiceEntry(
                "extern",
                "Экстерн",
                "Extern",
                List.of(new Origin("https://extern.obnova.org"), new Origin("https://cabinet.obnova.org")),
                List.of(certificate),
                List.of("УЦ Обнова"),
                List.of("roots", "policies"));
        make(home);
        make(root.resolve("var/lib"));
        put("/opt/obnova/bin/obnova-host", "#!/bin/sh\n");
        for (String each : List.of("opt", "opt/obnova", "opt/obnova/bin", "opt/obnova/bin/obnova-host")) {
            mode(each, "rwxr-xr-x"); // As a package has them, whatever this process' umask.
        }
    }

    /** A program that is installed. */
    Computer with(String program) {
        put(program, "");
        return this;
    }

    /** A Debian that has gathered its certificates once, one of Mozilla's. */
    Computer withDebiansStore() throws IOException {
        Path tool =
                put("/usr/sbin/update-ca-certificates", "#!/bin/sh\nexec /usr/sbin/update-ca-certificates \"$@\"\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        String root = "mozilla/ISRG_Root_X1.crt";
        put("/etc/ca-certificates.conf", root + "\n");
        put("/usr/share/ca-certificates/" + root, Files.readString(Path.of("/usr/share/ca-certificates", root)));
        make(this.root.resolve("usr/local/share/ca-certificates"));
        make(this.root.resolve("etc/ssl/certs"));
        make(this.root.resolve("etc/ca-certificates/update.d"));
        new ProcessTools()
                .run(SystemStore.of(workstation().root()).orElseThrow().command());
        return this;
    }

    Path put(String file, String content) {
        Path path = root.resolve(file.substring(1));
        make(parent(path));
        try {
            return Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mode(String place, String permissions) {
        try {
            Files.setPosixFilePermissions(root.resolve(place), PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) throws IOException {
        return Files.readString(root.resolve(file.substring(1)));
    }

    boolean has(String file) {
        return Files.exists(root.resolve(file.substring(1)));
    }

    Workstation workstation() {
        SystemRoot where = new SystemRoot(root, home, environment, system);
        Settings settings =
                new Settings(List.of(), List.of(), List.of(), List.of(), List.of(), false, false, List.of(service));
        return new Workstation(
                where,
                () -> settings,
                Optional.of(launcher),
                () -> extensions,
                new NssProcess(LaunchCommand.ofThisProgram()),
                root.resolve("run/user"),
                tools);
    }

    /** Another system, with programs of its own. */
    void on(OperatingSystem other, Map<String, String> variables, SystemTools programs) {
        system = other;
        environment = variables;
        tools = programs;
    }

    static RunningTask task() {
        return new RunningTask(new Requester.Person(), Language.EN, new Cancellation(), ProgressListener.none());
    }

    List<Outcome> change(Scope scope, Direction direction, String... ids) {
        return workstation().change(task(), service, Set.of(ids), scope, direction);
    }

    void changeWell(Scope scope, Direction direction, String... ids) {
        for (Outcome each : change(scope, direction, ids)) {
            assertThat(each.fault()).as(each.target().id()).isNull();
        }
    }

    Target target(String id) {
        return workstation().targets(service).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no target " + id + " among "
                        + workstation().targets(service).stream()
                                .map(Target::id)
                                .toList()));
    }

    Status status(String id) {
        return target(id).check().status();
    }

    /** Every file and folder with mode and content; locks and the ledger's own folders aside. */
    Map<String, String> tree(String... aside) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                String name = "/" + root.relativize(each);
                if (Arrays.stream(aside).noneMatch(name::startsWith)) {
                    String mode = PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS));
                    tree.put(name, mode + " " + content(each));
                }
            }
        }
        return tree;
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path) ? "folder" : HexFormat.of().formatHex(Files.readAllBytes(path));
    }

    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + said;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent(Path path) {
        return java.util.Objects.requireNonNull(path.getParent(), "within the root");
    }
}
