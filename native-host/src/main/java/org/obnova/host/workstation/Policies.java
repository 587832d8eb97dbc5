// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.json.Json;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.ServiceEntry;

/** What a browser's policies shall say so that extension, host and service work in it. */
final class Policies {
    private static final String OWN_FILE = "obnova.json";
    private static final String DISTRIBUTION = "/usr/lib/firefox/distribution/policies.json";
    private static final Words EXTENSION =
            new Words("Разрешить расширение Обнова", "Let the Obnova extension be installed");

    private final SystemRoot root;
    private final ServiceEntry service;
    private final List<RootCertificate> roots;
    private final Extensions extensions;
    private final Surroundings around;

    Policies(
            SystemRoot root,
            ServiceEntry service,
            List<RootCertificate> roots,
            Extensions extensions,
            Surroundings around) {
        this.root = root;
        this.service = service;
        this.roots = roots;
        this.extensions = extensions;
        this.around = around;
    }

    /** Of browsers that read the same folder. */
    PolicyTarget of(Path folder, List<Browser> sharing) {
        Browser first = sharing.getFirst();
        String names = String.join(", ", sharing.stream().map(Browser::name).toList());
        Words title = new Words("Правила: " + names, "Policies: " + names);
        return switch (first.family()) {
            case CHROMIUM ->
                new PolicyTarget(
                        "policy." + first.id(),
                        title,
                        folder.resolve(OWN_FILE),
                        Optional.empty(),
                        chromium(),
                        forbidden(),
                        Map.of(),
                        around);
            case FIREFOX ->
                new PolicyTarget(
                        "policy." + first.id(),
                        title,
                        folder.resolve("policies.json"),
                        Optional.of(first.distributionPolicies().orElse(root.at(DISTRIBUTION))),
                        firefox(),
                        List.of(),
                        files(),
                        around);
        };
    }

    private List<PolicyWish> chromium() {
        List<PolicyWish> wishes = new ArrayList<>();
        for (String id : extensions.chromium()) {
            wishes.add(new PolicyWish(
                    List.of("ExtensionSettings", id), extension("update.xml", "update_url", id), false, EXTENSION));
        }
        wishes.add(new PolicyWish(
                List.of("NativeMessagingAllowlist"),
                new Json.Text(ManifestText.NAME),
                true,
                new Words("Разрешить приложение Обнова", "Let the Obnova application be started")));
        for (String issuer : service.clientIssuers()) {
            for (Origin each : service.origins()) {
                wishes.add(new PolicyWish(
                        List.of("AutoSelectCertificateForUrls"),
                        new Json.Text(selection(each, issuer)),
                        true,
                        new Words(
                                "Предъявлять сайту " + each.ascii() + " сертификат, который выдал «" + issuer + "»",
                                "Show " + each.ascii() + " the certificate issued by “" + issuer + "”")));
            }
        }
        return wishes;
    }

    /** With the package's own copy the browser installs the extension, which the person may switch off; without it, it is allowed only. */
    private Json extension(String copy, String key, String id) {
        Map<String, Json> setting = new LinkedHashMap<>();
        Optional<Path> file = extensions.isFirst(id) ? newest(copy) : Optional.empty();
        setting.put("installation_mode", new Json.Text(file.isPresent() ? "normal_installed" : "allowed"));
        file.ifPresent(found -> setting.put(key, new Json.Text("file://" + root.shown(found))));
        return new Json.Members(setting);
    }

    /** The package's files have the version in their names. */
    private Optional<Path> newest(String copy) {
        Path folder = root.at("/opt/obnova/extension");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, copy)) {
            Path last = null;
            for (Path each : files) {
                last = last == null || each.compareTo(last) > 0 ? each : last;
            }
            return Optional.ofNullable(last);
        } catch (IOException e) {
            return Optional.empty(); // Nobody may read it: a browser neither.
        }
    }

    /** The policy's items are texts of JSON (Chromium's documentation of AutoSelectCertificateForUrls). */
    private static String selection(Origin origin, String issuer) {
        Map<String, Json> filter = Map.of("ISSUER", new Json.Members(Map.of("CN", new Json.Text(issuer))));
        Map<String, Json> item = new LinkedHashMap<>();
        item.put("pattern", new Json.Text(origin.ascii()));
        item.put("filter", new Json.Members(filter));
        return JsonPage.line(new Json.Members(item));
    }

    private List<PolicyWish> forbidden() {
        List<PolicyWish> forbidden = new ArrayList<>();
        forbidden.add(
                new PolicyWish(List.of("NativeMessagingBlocklist"), new Json.Text(ManifestText.NAME), true, EXTENSION));
        extensions.chromium().stream()
                .limit(1)
                .map(id -> new PolicyWish(List.of("ExtensionInstallBlocklist"), new Json.Text(id), true, EXTENSION))
                .forEach(forbidden::add);
        return forbidden;
    }

    private List<PolicyWish> firefox() {
        List<PolicyWish> wishes = new ArrayList<>();
        for (String id : extensions.firefox()) {
            wishes.add(new PolicyWish(
                    List.of("policies", "ExtensionSettings", id),
                    extension("obnova*.xpi", "install_url", id),
                    false,
                    EXTENSION));
        }
        for (RootCertificate each : roots) {
            wishes.add(new PolicyWish(
                    List.of("policies", "Certificates", "Install"),
                    new Json.Text(root.shown(file(each))),
                    true,
                    RootWords.trustedForSites(each)));
        }
        return wishes;
    }

    private Map<Path, byte[]> files() {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (RootCertificate each : roots) {
            files.put(file(each), each.pem().getBytes(StandardCharsets.US_ASCII));
        }
        return files;
    }

    private Path file(RootCertificate certificate) {
        return root.at("/var/lib/obnova/roots/" + service.name() + "-" + certificate.shortId() + ".pem");
    }
}
