// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;

/** What breaks, one thing at a time. */
final class Breakages {
    private static final String ALL_BLOCKED = "{\"NativeMessagingBlocklist\":[\"*\"]}";
    private static final String CHROMIUM_POLICY = "etc/chromium/policies/managed/office.json";

    private Breakages() {}

    /** Breaks one thing. */
    interface Breaking {
        void of(SampleComputer computer) throws IOException;
    }

    /** How the breakage ends. */
    enum Mending {
        /** The tree is then as it was before. */
        TO_THE_OCTET,
        /** It is mended, and a file keeps what was there. */
        KEEPING_ASIDE,
        /** Only a person or an administrator can: nothing is touched. */
        NOT_BY_US
    }

    record Breakage(String name, String check, String reason, Verdict verdict, Mending mending, Breaking breaking) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Breakage> all() {
        return Stream.of(ofManifests(), ofHosts(), ofTokens(), ofPolicies(), ofStores(), ofTheComputer())
                .flatMap(List::stream);
    }

    private static Breakage mended(String name, String check, String reason, Breaking breaking) {
        return new Breakage(name, check, reason, Verdict.PROBLEM, Mending.TO_THE_OCTET, breaking);
    }

    private static Breakage told(String name, String check, String reason, Breaking breaking) {
        return new Breakage(name, check, reason, Verdict.PROBLEM, Mending.NOT_BY_US, breaking);
    }

    private static Breakage warned(String name, String check, String reason, Breaking breaking) {
        return new Breakage(name, check, reason, Verdict.WARNING, Mending.NOT_BY_US, breaking);
    }

    private static List<Breakage> ofManifests() {
        String chromium = "host-manifest.chromium";
        return List.of(
                mended("manifest removed", chromium, "missing", c -> Files.delete(c.chromiumManifest())),
                mended(
                        "Firefox's manifest removed",
                        "host-manifest.firefox",
                        "missing",
                        c -> Files.delete(c.firefoxManifest())),
                mended(
                        "manifest leads nowhere",
                        chromium,
                        "wrong-path",
                        c -> Files.writeString(
                                c.chromiumManifest(), c.chromium(c.root.resolve("opt/gone/obnova-host")))),
                mended(
                        "manifest with a relative path",
                        chromium,
                        "wrong-path",
                        c -> Files.writeString(c.chromiumManifest(), c.chromium(Path.of("obnova-host")))),
                mended(
                        "manifest of another extension",
                        chromium,
                        "extension-forbidden",
                        c -> Files.writeString(
                                c.chromiumManifest(), c.chromium(c.program).replace("amijgc", "aaaaaa"))),
                mended(
                        "Firefox's manifest of another extension",
                        "host-manifest.firefox",
                        "extension-forbidden",
                        c -> Files.writeString(
                                c.firefoxManifest(), c.firefox(c.program).replace("@", "-"))),
                mended(
                        "manifest with a byte-order mark",
                        chromium,
                        "byte-order-mark",
                        c -> Files.writeString(c.chromiumManifest(), "\uFEFF" + c.chromium(c.program))),
                mended(
                        "manifest in UTF-16",
                        chromium,
                        "byte-order-mark",
                        c -> Files.writeString(c.chromiumManifest(), c.chromium(c.program), StandardCharsets.UTF_16)),
                mended(
                        "manifest cut short",
                        chromium,
                        "invalid-json",
                        c -> Files.writeString(c.chromiumManifest(), "{\"name\":\"org.obnova.host\",")),
                mended(
                        "manifest of another program",
                        chromium,
                        "wrong-content",
                        c -> Files.writeString(
                                c.chromiumManifest(), c.chromium(c.program).replace("org.obnova.host", "a.b"))));
    }

    private static List<Breakage> ofHosts() {
        return List.of(
                mended(
                        "launcher not executable",
                        "host-manifest.chromium",
                        "not-executable",
                        c -> Files.setPosixFilePermissions(c.program, PosixFilePermissions.fromString("rw-r--r--"))),
                mended("an old host stands in the manifest", "host-start", "other-version", c -> {
                    Path old = c.root.resolve("opt/obnova-0.0.9/bin/obnova-host");
                    SampleComputer.host(old, "0.0.9");
                    Files.writeString(c.chromiumManifest(), c.chromium(old));
                }),
                mended("another program stands in the manifest", "host-start", "other-program", c -> {
                    Path other = c.root.resolve("opt/other/bin/other");
                    SampleComputer.script(other, "echo I am another program, and no host at all");
                    Files.writeString(c.chromiumManifest(), c.chromium(other));
                }),
                told("host crashes", "host-start", "crashed", c -> SampleComputer.script(c.program, "kill -SEGV $$")),
                told(
                        "host's interpreter is gone",
                        "host-start",
                        "not-started",
                        c -> Files.writeString(c.program, "#!/nonexistent/interpreter\n")),
                warned("cache refused", "start-cache", "refused", c -> c.cacheAccepted = false),
                warned(
                        "cache missing",
                        "start-cache",
                        "missing",
                        c -> Files.delete(c.root.resolve("opt/obnova/lib/obnova-host.aot"))),
                told(
                        "settings no JSON",
                        "settings",
                        "invalid",
                        c -> Files.writeString(c.settingsFile(), "{\"formatVersion\":1,")),
                mended(
                        "settings with a byte-order mark",
                        "settings",
                        "byte-order-mark",
                        c -> Files.writeString(c.settingsFile(), "\uFEFF" + Files.readString(c.settingsFile()))),
                told(
                        "administrator's settings no JSON",
                        "settings",
                        "invalid-administrators",
                        c -> c.write("etc/obnova/host.json", "damaged")),
                told("root expired", "anchors", "expired", c -> {
                    c.now = TestAuthority.UNTIL.plus(Duration.ofDays(30));
                }),
                told(
                        "root is no certificate",
                        "anchors",
                        "damaged",
                        c -> Files.writeString(c.settingsFile(), "{\"formatVersion\":1,\"anchors\":[\"MAA=\"]}")),
                told("extension removed everywhere", "extension", "missing", c -> {
                    c.write("home/anna/.config/chromium/Default/Preferences", "{}");
                    c.write("home/anna/.mozilla/firefox/abc.default-esr/extensions.json", "{\"addons\":[]}");
                }),
                told("extension switched off everywhere", "extension", "disabled", c -> {
                    replace(c, "home/anna/.config/chromium/Default/Preferences", "\"state\":1", "\"state\":0");
                    replace(c, "home/anna/.mozilla/firefox/abc.default-esr/extensions.json", "true", "false");
                }),
                told("extension too old everywhere", "extension", "too-old", c -> {
                    replace(c, "home/anna/.config/chromium/Default/Preferences", "\"0.1.0\"", "\"0.0.3\"");
                    replace(c, "home/anna/.mozilla/firefox/abc.default-esr/extensions.json", "\"0.1.0\"", "\"0.0.3\"");
                }),
                told("no browser", "browser", "missing", c -> {
                    for (String each : List.of("usr/bin", "home/anna/.config/chromium", "home/anna/.mozilla")) {
                        Files.move(c.root.resolve(each), c.root.resolve("gone-" + each.replace('/', '-')));
                    }
                }));
    }

    private static List<Breakage> ofTokens() {
        return List.of(
                told(
                        "named driver missing",
                        "modules",
                        "missing",
                        c -> c.settings(authority(), ",\"modules\":[{\"path\":\"/opt/gone/librtpkcs11ecp.so\"}]")),
                told(
                        "driver of another architecture",
                        "modules",
                        "wrong-architecture",
                        c -> Files.write(c.root.resolve("usr/lib/librtpkcs11ecp.so"), SampleComputer.elf(0xB7))),
                told(
                        "driver is no library",
                        "modules",
                        "refused",
                        c -> c.write(
                                "usr/lib/librtpkcs11ecp.so",
                                "an empty download of a driver's page, which is longer than a header")),
                told(
                        "driver crashes",
                        "module.1",
                        "crashes",
                        c -> c.drivers = module -> Optional.of(new Fault(ErrorCode.DRIVER_CRASHED, "crashed"))),
                told(
                        "driver hangs",
                        "module.1",
                        "hangs",
                        c -> c.drivers = module -> Optional.of(new Fault(ErrorCode.DRIVER_HANGS, "hangs"))),
                warned(
                        "driver refuses",
                        "module.1",
                        "refused",
                        c -> c.drivers = module -> Optional.of(new Fault(ErrorCode.DRIVER_FAILED, "refuses"))),
                told("pcscd stopped", "pcscd", "stopped", c -> c.stopListening(0)));
    }

    private static List<Breakage> ofPolicies() {
        return List.of(
                told(
                        "host blocked by policy",
                        "policy.chromium",
                        "host-blocked",
                        c -> c.write(CHROMIUM_POLICY, ALL_BLOCKED)),
                told(
                        "host blocked by name",
                        "policy.chromium",
                        "host-blocked",
                        c -> c.write(CHROMIUM_POLICY, "{\"NativeMessagingBlocklist\":[\"org.obnova.host\"]}")),
                told(
                        "extensions blocked by policy",
                        "policy.chromium",
                        "extension-blocked",
                        c -> c.write(CHROMIUM_POLICY, "{\"ExtensionInstallBlocklist\":[\"*\"]}")),
                told(
                        "Firefox's extensions blocked",
                        "policy.firefox",
                        "extension-blocked",
                        c -> c.write(
                                "etc/firefox/policies/policies.json",
                                "{\"policies\":{\"ExtensionSettings\":{\"*\":{\"installation_mode\":\"blocked\"}}}}")),
                told(
                        "Firefox's extensions blocked by its distribution",
                        "policy.firefox",
                        "extension-blocked",
                        c -> c.write(
                                "usr/bin/distribution/policies.json",
                                "{\"policies\":{\"ExtensionSettings\":{\"*\":{\"installation_mode\":\"blocked\"}}}}")),
                new Breakage(
                        "personal hosts blocked",
                        "policy.chromium",
                        "personal-hosts-blocked",
                        Verdict.PROBLEM,
                        Mending.NOT_BY_US,
                        c -> {
                            c.write(CHROMIUM_POLICY, "{\"NativeMessagingUserLevelHosts\":false}");
                        }),
                warned(
                        "snap without permission",
                        "sandbox.chromium",
                        "no-permission",
                        c -> Files.createDirectories(c.home.resolve("snap/chromium"))),
                warned(
                        "flatpak without permission",
                        "sandbox.org.chromium.Chromium",
                        "no-permission",
                        c -> Files.createDirectories(c.home.resolve(".var/app/org.chromium.Chromium"))));
    }

    private static List<Breakage> ofStores() {
        return List.of(
                told("store is a file", "store", "not-a-folder", c -> {
                    Files.move(c.directories.containers(), c.directories.data().resolve("moved"));
                    Files.writeString(c.directories.containers(), "");
                    mode(c.directories.containers(), "rw-------");
                }),
                mended(
                        "container readable by others",
                        "modes",
                        "wrong-modes",
                        c -> mode(c.directories.containers().resolve("1.p12"), "rw-r--r--")),
                mended(
                        "folder of containers open to all",
                        "modes",
                        "wrong-modes",
                        c -> mode(c.directories.containers(), "rwxrwxrwx")),
                mended(
                        "container closed to its owner",
                        "modes",
                        "wrong-modes",
                        c -> mode(c.directories.containers().resolve("1.p12"), "---------")),
                told("journal damaged", "journal", "damaged", c -> damageJournal(c, "{\"formatVersion\":1,\"cut")),
                new Breakage(
                        "consents damaged",
                        "consents",
                        "damaged",
                        Verdict.PROBLEM,
                        Mending.KEEPING_ASIDE,
                        c -> Files.writeString(c.directories.state().resolve("consents.json"), "damaged")));
    }

    private static List<Breakage> ofTheComputer() {
        return List.of(
                told("disk full", "disk", "full", c -> c.room = folder -> 100_000),
                warned("disk nearly full", "disk", "little", c -> c.room = folder -> 50_000_000),
                told(
                        "clock before the build",
                        "clock",
                        "behind-build",
                        c -> c.now = Build.TIME.minus(Duration.ofDays(9))),
                told("clock before the certificates", "clock", "behind-certificates", c -> {
                    c.now = Build.TIME.plus(Duration.ofDays(1));
                    c.settings(
                            TestAuthority.root(KeyAlgorithm.EC_P256, "Молодой УЦ", TestAuthority.CA), ",\"drives\":[]");
                    anchorFrom(c, c.now.plus(Duration.ofDays(60)));
                }),
                told(
                        "clock before the system's files",
                        "clock",
                        "behind-files",
                        c -> Files.setLastModifiedTime(
                                c.write("var/lib/systemd/timesync/clock", ""),
                                java.nio.file.attribute.FileTime.from(SampleComputer.NOW.plus(Duration.ofDays(3))))),
                told("clock far ahead", "clock", "ahead", c -> c.now = Build.TIME.plus(Duration.ofDays(5000))),
                told("display gone", "display", "unreachable", c -> c.stopListening(1)),
                warned("no display", "display", "none", c -> c.environment.remove("DISPLAY")),
                warned("Secret Service missing", "password-store", "missing", c -> c.pins = false),
                warned("libnss3 missing", "nss", "missing", c -> c.nss = false));
    }

    private static TestAuthority authority() {
        return TestAuthority.root(KeyAlgorithm.EC_P256, "Корень УЦ");
    }

    private static void anchorFrom(SampleComputer computer, java.time.Instant from) throws IOException {
        TestAuthority above = authority();
        byte[] der = above.issue(
                        new org.bouncycastle.asn1.x500.X500Name("CN=young"),
                        above.certificate().getSubjectPublicKeyInfo(),
                        from,
                        from.plus(Duration.ofDays(900)),
                        TestAuthority.CA)
                .getEncoded();
        String anchor = java.util.Base64.getEncoder().encodeToString(der);
        Files.writeString(computer.settingsFile(), "{\"formatVersion\":1,\"anchors\":[\"" + anchor + "\"]}");
    }

    private static void replace(SampleComputer computer, String place, String what, String with) throws IOException {
        Path file = computer.root.resolve(place);
        Files.writeString(file, Files.readString(file).replace(what, with));
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void damageJournal(SampleComputer computer, String content) throws IOException {
        Path folder = computer.directories.state().resolve("renewals/0123456789abcdef0123456789abcdef");
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("journal.json"), content);
        mode(folder, "rwx------");
        mode(file, "rw-------");
    }
}
