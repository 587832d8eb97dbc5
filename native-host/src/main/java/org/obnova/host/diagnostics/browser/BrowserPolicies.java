// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/**
 * What the administrator's policies say of hosts and extensions: Chromium's {@code NativeMessagingBlocklist}, {@code NativeMessagingAllowlist}, {@code NativeMessagingUserLevelHosts},
 * {@code ExtensionInstallBlocklist}, {@code ExtensionInstallAllowlist}, {@code ExtensionInstallForcelist}, {@code ExtensionSettings} (chromeenterprise.google/policies); Firefox's
 * {@code ExtensionSettings}, {@code Extensions} (mozilla.github.io/policy-templates).
 */
final class BrowserPolicies {
    private static final String ALL = "*";
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final boolean firefox;
    private final List<String> extensions;
    private final Map<String, Json> words = new LinkedHashMap<>();

    private BrowserPolicies(boolean firefox, List<String> extensions) {
        this.firefox = firefox;
        this.extensions = extensions;
    }

    /** Of several files of Chromium's the last by name counts, word by word; one that cannot be read counts for nothing, as in the browser. */
    static BrowserPolicies of(BrowserPlaces browser) {
        BrowserPolicies policies = new BrowserPolicies(browser.firefox(), browser.extensions());
        for (Path place : browser.policies()) {
            for (Path file : files(place)) {
                policies.take(read(file));
            }
        }
        return policies;
    }

    private static List<Path> files(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    private static Map<String, Json> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Map.of();
            }
            return JsonText.read(Files.readAllBytes(file)) instanceof Json.Members(var byName) ? byName : Map.of();
        } catch (IOException | JsonException e) {
            return Map.of();
        }
    }

    private void take(Map<String, Json> file) {
        words.putAll(firefox && file.get("policies") instanceof Json.Members(var policies) ? policies : file);
    }

    /** Whether manifests in the person's own folders count. */
    boolean allowsPersonalHosts() {
        return firefox || !(words.get("NativeMessagingUserLevelHosts") instanceof Json.Truth(var allowed)) || allowed;
    }

    /** The name of the policy by which the host is blocked. */
    Optional<String> blocksHost() {
        List<Json> blocked = list("NativeMessagingBlocklist");
        boolean named = blocked.contains(new Json.Text(ALL)) || blocked.contains(new Json.Text(HostManifest.NAME));
        boolean allowed = list("NativeMessagingAllowlist").contains(new Json.Text(HostManifest.NAME));
        return !firefox && named && !allowed ? Optional.of("NativeMessagingBlocklist") : Optional.empty();
    }

    /** The name of the policy by which the extension is blocked, where all that may use the host are. */
    Optional<String> blocksExtension() {
        List<Optional<String>> all =
                extensions.stream().map(this::blocksExtension).toList();
        return all.isEmpty() || all.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : all.getFirst();
    }

    private Optional<String> blocksExtension(String id) {
        Map<String, Json> settings = words.get("ExtensionSettings") instanceof Json.Members(var byId) ? byId : Map.of();
        String own = mode(settings.get(id));
        if (own.equals("blocked") || own.equals("removed")) {
            return Optional.of("ExtensionSettings");
        }
        boolean named = !own.isEmpty();
        if (!named
                && mode(settings.get(ALL)).equals("blocked")
                && !listed("ExtensionInstallAllowlist", id)
                && !isForced(id)) {
            return Optional.of("ExtensionSettings");
        }
        if (firefox) {
            return Optional.empty();
        }
        boolean blocked = listed("ExtensionInstallBlocklist", id)
                || (listed("ExtensionInstallBlocklist", ALL)
                        && !listed("ExtensionInstallAllowlist", id)
                        && !isForced(id));
        return blocked && !named ? Optional.of("ExtensionInstallBlocklist") : Optional.empty();
    }

    private boolean isForced(String id) {
        return list("ExtensionInstallForcelist").stream()
                .anyMatch(
                        each -> each instanceof Json.Text(var text) && (text.equals(id) || text.startsWith(id + ";")));
    }

    private boolean listed(String key, String id) {
        return list(key).contains(new Json.Text(id));
    }

    private List<Json> list(String key) {
        return words.get(key) instanceof Json.Items(var list) ? list : List.of();
    }

    private static String mode(@Nullable Json settings) {
        return settings instanceof Json.Members(var byName)
                        && byName.get("installation_mode") instanceof Json.Text(var mode)
                ? mode
                : "";
    }
}
