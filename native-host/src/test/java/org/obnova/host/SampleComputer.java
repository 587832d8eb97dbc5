// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.command.Product;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.computer.SpaceCheck;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.log.EventLog;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.platform.Directories;
import org.obnova.host.secret.Secret;
import org.obnova.host.site.ExtensionCaller;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.Processor;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.OperatingSystem;
import org.obnova.host.workstation.Scope;
import org.obnova.host.workstation.SystemRoot;
import org.obnova.host.workstation.Target;
import org.obnova.host.workstation.TargetKind;
import org.obnova.host.workstation.Workstation;

/**
 * A computer in a folder, on which all is well until a test breaks something: Chromium and Firefox with the extension, the host registered for both (a program of the shell
 * that greets like one), containers, a journal, a driver, sockets of the display and the smart card service.
 */
final class SampleComputer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    final Path root;
    final Path home;
    final Path program;
    final Directories directories;
    final Map<String, String> environment = new TreeMap<>();
    private final List<ServerSocketChannel> sockets = new ArrayList<>();

    Instant now = NOW;
    SpaceCheck.Room room = folder -> 1L << 40;
    boolean nss = true;
    boolean pins = true;
    boolean cacheAccepted = true;
    Function<FoundModule, Optional<Fault>> drivers = module -> Optional.empty();

    SampleComputer(Path root) throws IOException {
        this.root = root;
        this.home = root.resolve("home/anna");
        this.program = root.resolve("opt/obnova/bin/obnova-host");
        this.directories = new Directories(
                home.resolve(".local/share/obnova"),
                home.resolve(".local/state/obnova"),
                home.resolve(".config/obnova"),
                home.resolve(".local/state/obnova/runtime"));
        environment.put("DISPLAY", ":7");
        program();
        browsers();
        store();
        register();
        listen("run/pcscd/pcscd.comm");
        listen("tmp/.X11-unix/X7");
    }

    private void program() throws IOException {
        host(program, Product.VERSION);
        write("opt/obnova/lib/obnova-host.options", "-Xmx128m\n");
        write("opt/obnova/lib/obnova-host.aot", "a cache\n");
        write("opt/obnova/lib/obnova.jar", "a jar\n");
        Path driver = root.resolve("usr/lib/librtpkcs11ecp.so");
        Files.createDirectories(driver.getParent());
        Files.write(driver, elf(0x3E));
    }

    /** The head of a shared library for that processor. */
    static byte[] elf(int machine) {
        byte[] head = new byte[64];
        System.arraycopy(HexFormat.of().parseHex("7f454c4602010100"), 0, head, 0, 8);
        head[16] = 3;
        head[18] = (byte) machine;
        return head;
    }

    /** A program of the shell that greets as a host of that version does. */
    static void host(Path file, String version) throws IOException {
        String reply = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocol\":1,\"version\":\"" + version
                + "\",\"language\":\"ru\",\"methods\":[]}}";
        script(file, "printf '\\" + Integer.toOctalString(reply.length()) + "\\000\\000\\000%s' '" + reply + "'");
    }

    static void script(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void browsers() throws IOException {
        write("usr/bin/chromium", "a browser\n");
        write("usr/bin/firefox-esr", "a browser\n");
        write(
                "home/anna/.config/chromium/Default/Preferences",
                "{\"extensions\":{\"settings\":{\"" + ExtensionCaller.CHROMIUM_ID
                        + "\":{\"state\":1,\"manifest\":{\"version\":\"" + Product.VERSION + "\"}}}}}");
        write(
                "home/anna/.mozilla/firefox/abc.default-esr/extensions.json",
                "{\"addons\":[{\"id\":\"" + ExtensionCaller.FIREFOX_ID + "\",\"active\":true,\"version\":\""
                        + Product.VERSION + "\"}]}");
    }

    /** As the setup registers it. */
    private void register() {
        Workstation workstation = services().workstation();
        for (Target each : workstation.targets(workstation.service(null))) {
            if (each.kind() == TargetKind.HOST_MANIFEST && each.scope() == Scope.USER) {
                each.install();
            }
        }
    }

    private String named(Path program) {
        return program.isAbsolute() ? "/" + root.relativize(program) : program.toString();
    }

    Path chromiumManifest() {
        return home.resolve(".config/chromium/NativeMessagingHosts/org.obnova.host.json");
    }

    Path firefoxManifest() {
        return home.resolve(".mozilla/native-messaging-hosts/org.obnova.host.json");
    }

    String chromium(Path program) {
        return "{\"name\":\"org.obnova.host\",\"description\":\"Obnova\",\"type\":\"stdio\",\"path\":\""
                + named(program) + "\",\"allowed_origins\":[\"chrome-extension://" + ExtensionCaller.CHROMIUM_ID
                + "/\"]}\n";
    }

    String firefox(Path program) {
        return "{\"name\":\"org.obnova.host\",\"description\":\"Obnova\",\"type\":\"stdio\",\"path\":\""
                + named(program) + "\",\"allowed_extensions\":[\"" + ExtensionCaller.FIREFOX_ID + "\"]}\n";
    }

    private void store() throws IOException {
        Path key = directories.containers().resolve("1.p12");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "a container");
        Files.createDirectories(directories.state().resolve("renewals"));
        Files.writeString(directories.state().resolve("consents.json"), "{\"formatVersion\":1,\"consents\":[]}");
        restrict(directories.data());
        restrict(directories.state());
        settings(TestAuthority.root(KeyAlgorithm.EC_P256, "Корень УЦ"), "");
    }

    private static void restrict(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                String mode = Files.isDirectory(each) ? "rwx------" : "rw-------";
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(mode));
            }
        }
    }

    /** The person's settings, with this root and more keys: {@code ,"key":value}. */
    void settings(TestAuthority authority, String more) throws IOException {
        String anchor =
                Base64.getEncoder().encodeToString(authority.certificate().getEncoded());
        Files.createDirectories(directories.config());
        Files.writeString(settingsFile(), "{\"formatVersion\":1,\"anchors\":[\"" + anchor + "\"]" + more + "}");
    }

    Path settingsFile() {
        return directories.config().resolve("host.json");
    }

    Path write(String place, String content) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void listen(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(file));
        sockets.add(channel);
    }

    /** The process behind the socket is gone; its file stays, as after a crash. */
    void stopListening(int number) throws IOException {
        sockets.get(number).close();
    }

    Diagnostics diagnostics() {
        return new HostServices(InstantSource.fixed(now), new Surrounding()).diagnostics();
    }

    HostServices services() {
        return new HostServices(InstantSource.fixed(now), new Surrounding());
    }

    /** The note of what Obnova itself changed grows with each repair, which leaves its lock's file. */
    private boolean isNote(Path file) {
        return file.startsWith(directories.runtime())
                || (file.startsWith(directories.state())
                        && String.valueOf(file.getFileName()).startsWith("workstation"));
    }

    /** Every file and folder with its mode and content, and every link. */
    Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(each -> !isNote(each)).toList()) {
                String name = root.relativize(each).toString();
                String mode =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS));
                tree.put(name, mode + " " + content(each));
            }
        }
        return tree;
    }

    private static String content(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                : "";
    }

    @Override
    public void close() throws IOException {
        for (ServerSocketChannel each : sockets) {
            each.close();
        }
    }

    private final class Surrounding implements Environment {
        @Override
        public Directories directories() {
            return directories;
        }

        @Override
        public Path administratorsSettings() {
            return root.resolve("etc/obnova/host.json");
        }

        @Override
        public Supplier<List<PersonalStore>> personalStores() {
            return List::of;
        }

        @Override
        public Prompts prompts(Directories directories) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public SystemRoot root() {
            return new SystemRoot(root, home, environment, OperatingSystem.LINUX);
        }

        @Override
        public ComputerRestart computerRestart() {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public Optional<Path> launcher() {
            return Optional.of(Path.of("/opt/obnova/bin/obnova-host"));
        }

        @Override
        public DiagnosticsPorts diagnostics(Supplier<RememberedPins> ofSystem, EventLog log, InstantSource clock) {
            return new DiagnosticsPorts(
                    root(),
                    administratorsSettings(),
                    new Surroundings(Surroundings.SystemKind.LINUX, Processor.X86_64, root, environment, person()),
                    room,
                    SampleComputer.this::pins,
                    () -> nss,
                    module -> drivers.apply(module),
                    root.resolve("opt/obnova/lib"),
                    lib -> cacheAccepted);
        }
    }

    private RememberedPins pins() {
        return pins ? new AvailablePins() : new NoRememberedPins();
    }

    private int person() {
        try {
            return Files.getAttribute(root, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A store of passwords that is there and empty. */
    private static final class AvailablePins implements RememberedPins {
        @Override
        public boolean available() {
            return true;
        }

        @Override
        public Optional<Secret> find(Key key) {
            return Optional.empty();
        }

        @Override
        public void remember(Key key, String label, Secret pin) {
            throw new AssertionError("nothing is remembered");
        }

        @Override
        public boolean forget(Key key) {
            return false;
        }

        @Override
        public List<Entry> list() {
            return List.of();
        }
    }
}
