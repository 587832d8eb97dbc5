// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.command.Product;
import org.obnova.host.diagnostics.report.SupportReport;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;

/** Gathers what the report for support holds, and what must not stand in it. */
final class ReportWiring {
    private static final long MAX_LOG = 512 * 1024;

    private final HostServices services;
    private final DiagnosticsPorts ports;

    ReportWiring(HostServices services, DiagnosticsPorts ports) {
        this.services = services;
        this.ports = ports;
    }

    SupportReport report() {
        List<String> known = new ArrayList<>(ofUser());
        known.addAll(ofHolders());
        return new SupportReport(ports.root().home().toString(), known);
    }

    SupportReport.Facts facts() {
        return new SupportReport.Facts(versions(), settings(), log());
    }

    /** The user's names, as the system has them, and the computer's. */
    private List<String> ofUser() {
        List<String> names = new ArrayList<>();
        Map<String, String> environment = ports.root().environment();
        String user = environment.getOrDefault("USER", System.getProperty("user.name", ""));
        names.add(user);
        names.add(String.valueOf(ports.root().home().getFileName()));
        names.add(environment.getOrDefault("HOSTNAME", ""));
        for (String line : lines(ports.root().at("/etc/hostname"))) {
            names.add(line.strip());
        }
        // passwd(5): the fifth field is the full name, and what else the administrator wrote of the person.
        for (String line : lines(ports.root().at("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            if (fields.length > 5
                    && (fields[0].equals(user)
                            || fields[5].equals(ports.root().home().toString()))) {
                names.addAll(List.of(fields[4].split(",")));
            }
        }
        return names;
    }

    /** All that stands in the subjects of certificates at hand: names, but numbers and addresses too. */
    private List<String> ofHolders() {
        List<String> values = new ArrayList<>();
        for (KeyStorage storage : services.storages().settled()) {
            values.addAll(subjects(storage));
        }
        return values;
    }

    private static List<String> subjects(KeyStorage storage) {
        try {
            return storage.containers().stream()
                    .flatMap(container -> container.chain().stream().limit(1))
                    .flatMap(each -> subject(each).stream())
                    .toList();
        } catch (Fault e) {
            return List.of(); // What is not to be read here stands in no finding either.
        }
    }

    private static List<String> subject(X509CertificateHolder certificate) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : certificate.getSubject().getRDNs()) {
            for (AttributeTypeAndValue each : rdn.getTypesAndValues()) {
                values.add(each.getValue().toString());
            }
        }
        return values;
    }

    private static List<String> versions() {
        return List.of(
                "obnova-host: " + Product.VERSION + ", protocol " + Product.PROTOCOL,
                "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "java: " + System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
    }

    private List<String> settings() {
        try {
            Settings now = services.settings();
            List<String> lines = new ArrayList<>();
            lines.add("sites: " + now.sites().size() + ", added by the person: "
                    + services.siteDesk((task, site) -> {}).added().size());
            lines.add("sites locked: " + services.siteDesk((task, site) -> {}).locked());
            lines.add("anchors: " + now.anchors().size());
            lines.add("extensions: " + now.extensions().size());
            now.modules().forEach(each -> lines.add("module: " + each.path()));
            lines.add("drives: " + now.drives().size());
            lines.add("known modules: " + now.knownModules());
            lines.add("PINs may be remembered: " + now.mayRememberPin());
            return lines;
        } catch (Fault e) {
            return List.of(e.code().wireName());
        }
    }

    private List<String> log() {
        List<String> all = new ArrayList<>(lines(services.logFile().resolveSibling("host.log.1")));
        all.addAll(lines(services.logFile()));
        return all;
    }

    private static List<String> lines(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_LOG) {
                return List.of();
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }
}
