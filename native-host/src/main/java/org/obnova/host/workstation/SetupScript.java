// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.workstation.Browser.Family;

/**
 * The plan as a shell script for any Linux computer: {@code setup.sh} of this package's resources with the service's own lines. It knows every browser of {@code browsers.json}, and sets up those that are there.
 */
final class SetupScript {
    private static final String LINES = "#LINES#\n";

    /** What the script puts HOME in the place of. */
    private static final String HOME = "@HOME@/";

    private final ServiceEntry service;
    private final List<RootCertificate> roots;
    private final Path launcher;
    private final Extensions extensions;
    private final SystemRoot root = new SystemRoot(
            Path.of("/"), Path.of("/{home}"), Map.of("XDG_CONFIG_HOME", "/{config}"), OperatingSystem.LINUX);
    private final Surroundings around;
    private final String home;
    private final StringBuilder lines = new StringBuilder();

    SetupScript(
            ServiceEntry service,
            List<RootCertificate> roots,
            Path launcher,
            Extensions extensions,
            Surroundings around) {
        this.service = service;
        this.roots = roots;
        this.launcher = launcher;
        this.extensions = extensions;
        this.around = around;
        this.home = around.root().shown(around.root().home()) + "/";
    }

    SetupFile make() {
        user();
        system();
        String text = template()
                .replace("#SERVICE#", oneLine(service.titleRu()))
                .replace("#NAME#", "obnova-" + service.name() + ".sh")
                .replace("#LAUNCHER#", inHome(launcher.toString()))
                .replace("#PACKAGED#", quoted(Launcher.PACKAGED.toString()))
                .replace(LINES, lines);
        return new SetupFile("obnova-" + service.name() + ".sh", text.getBytes(StandardCharsets.UTF_8));
    }

    private void user() {
        say("for_user() {");
        for (Browser each : Browsers.on(root)) {
            for (Path folder : each.userManifests()) {
                say("  if is_there " + paths(each.programs()) + " " + paths(each.profiles()) + "; then");
                manifest(each, folder, launcher);
                say("  fi");
            }
        }
        for (RootCertificate each : forBrowsers()) {
            say("  # " + oneLine(each.name()) + ", SHA-256 " + each.fingerprint());
            say("  trust_nss " + quoted(each.name()) + " <<'OBNOVA_END'");
            lines.append(each.pem());
            say("OBNOVA_END");
        }
        say("}");
        say("");
    }

    private List<RootCertificate> forBrowsers() {
        return roots.stream().filter(RootCertificate::isForBrowsers).toList();
    }

    private void system() {
        say("for_system() {");
        Map<Path, Browser> policies = new LinkedHashMap<>();
        for (Browser each : Browsers.on(root)) {
            say("  if is_there " + paths(each.programs()) + "; then");
            manifest(each, each.systemManifests().getFirst(), Launcher.PACKAGED);
            for (Path folder : each.policies()) {
                policies.putIfAbsent(folder, each);
                policy(each, folder);
            }
            say("  fi");
        }
        for (RootCertificate each : roots) {
            say("  # " + oneLine(each.name()) + ", SHA-256 " + each.fingerprint());
            say("  trust_system " + quoted("obnova-" + service.name() + "-" + each.shortId()) + " <<'OBNOVA_END'");
            lines.append(each.pem());
            say("OBNOVA_END");
        }
        say("}");
    }

    /** Everybody's browsers are to start only what the package brings. */
    private void manifest(Browser browser, Path folder, Path program) {
        if (extensions.of(browser.family()).isEmpty()) {
            say("    :");
            return;
        }
        say("    if_host " + path(folder.resolve(ManifestText.NAME + ".json")) + " <<'OBNOVA_END'");
        // Of one person's host: whoever gets the file shall not read whose it was.
        String named = program.toString().startsWith(home)
                ? HOME + program.toString().substring(home.length())
                : program.toString();
        lines.append(new String(
                ManifestText.of(browser.family(), named, extensions).write(browser.family()), StandardCharsets.UTF_8));
        say("OBNOVA_END");
    }

    private void policy(Browser browser, Path folder) {
        PolicyTarget target =
                new Policies(root, service, forBrowsers(), extensions, around).of(folder, List.of(browser));
        target.beside().forEach((file, content) -> {
            say("    put " + path(file) + " <<'OBNOVA_END'");
            lines.append(new String(content, StandardCharsets.US_ASCII));
            say("OBNOVA_END");
        });
        say("    " + (browser.family() == Family.FIREFOX ? "put_alone " : "put_policy ") + path(target.own())
                + " <<'OBNOVA_END'");
        lines.append(new String(target.content(), StandardCharsets.UTF_8));
        say("OBNOVA_END");
    }

    private String paths(List<Path> paths) {
        return String.join(" ", paths.stream().map(SetupScript::path).toList());
    }

    /** With the variables of the script for the folders of the person. */
    private static String path(Path path) {
        String text = path.toString();
        if (text.startsWith("/{home}/")) {
            return "\"$home\"" + quoted(text.substring("/{home}".length()));
        }
        if (text.startsWith("/{config}/")) {
            return "\"$config\"" + quoted(text.substring("/{config}".length()));
        }
        return "\"$root\"" + quoted(text);
    }

    private String inHome(String program) {
        return program.startsWith(home) ? "\"$HOME\"/" + quoted(program.substring(home.length())) : quoted(program);
    }

    /** POSIX.1-2017, XCU 2.2.2. */
    private static String quoted(String text) {
        return "'" + oneLine(text).replace("'", "'\\''") + "'";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void say(String line) {
        lines.append(line).append('\n');
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(
                SetupScript.class.getResourceAsStream("setup.sh"), "a resource of this package")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
