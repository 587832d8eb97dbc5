// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.workstation.Browser.Family;
import org.obnova.host.workstation.Browser.Registry;
import org.obnova.host.workstation.Browser.Sandbox;

/** The browsers that Obnova knows, from {@code browsers.json}, whose notes say what stands in it. */
public final class Browsers {
    private static final int MOST = 100;
    private static final int LONGEST = 400;

    private final SystemRoot root;

    private Browsers(SystemRoot root) {
        this.root = root;
    }

    /** All of them with their places on this system. */
    public static List<Browser> on(SystemRoot root) {
        try (InputStream in = Objects.requireNonNull(
                Browsers.class.getResourceAsStream("browsers.json"), "a resource of this package")) {
            return new Browsers(root).read(Fields.of("", JsonText.read(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(e); // A file of this program; a test reads it.
        }
    }

    private List<Browser> read(Fields fields) throws JsonException {
        List<Browser> browsers = new ArrayList<>();
        for (Json each : fields.items("browsers", MOST)) {
            browsers.add(browser(Fields.of("browsers[]", each)));
        }
        return List.copyOf(browsers);
    }

    private Browser browser(Fields fields) throws JsonException {
        String id = fields.text("id", 1, 64);
        String name = fields.text("name", 1, LONGEST);
        Family family = switch (fields.text("family", 1, 16)) {
            case "chromium" -> Family.CHROMIUM;
            case "firefox" -> Family.FIREFOX;
            default -> throw fields.wrong("family", "not known");
        };
        Fields linux = fields.object("linux");
        Fields windows = fields.object("windows");
        Fields mac = fields.object("mac");
        List<Sandbox> sandboxes = new ArrayList<>();
        for (Json each : fields.items("sandboxes", MOST)) {
            sandboxes.add(sandbox(Fields.of("sandboxes[]", each)));
        }
        fields.optionalText("note", 1, LONGEST);
        fields.end();
        return switch (root.system()) {
            case LINUX -> files(id, name, family, linux, paths(linux, "policies"), sandboxes);
            case MAC -> files(id, name, family, mac, List.of(), List.of());
            case WINDOWS ->
                new Browser(
                        id,
                        name,
                        family,
                        paths(windows, "programs"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Registry(windows.text("manifests", 1, LONGEST), windows.text("policies", 1, LONGEST)),
                        List.of());
        };
    }

    private Browser files(
            String id, String name, Family family, Fields system, List<Path> policies, List<Sandbox> sandboxes)
            throws JsonException {
        List<Path> profiles = new ArrayList<>();
        profiles.add(path(system.text("profile", 1, LONGEST)));
        profiles.addAll(paths(system, "otherProfiles"));
        return new Browser(
                id,
                name,
                family,
                paths(system, "programs"),
                profiles,
                paths(system, "userManifests"),
                paths(system, "systemManifests"),
                policies,
                Registry.NONE,
                sandboxes);
    }

    private Sandbox sandbox(Fields fields) throws JsonException {
        Sandbox sandbox = new Sandbox(
                fields.text("kind", 1, 16),
                fields.text("name", 1, LONGEST),
                path(fields.text("folder", 1, LONGEST)),
                paths(fields, "userManifests"),
                fields.text("permission", 1, LONGEST));
        fields.end();
        return sandbox;
    }

    private List<Path> paths(Fields fields, String key) throws JsonException {
        List<Path> paths = new ArrayList<>();
        for (Json each : fields.items(key, MOST)) {
            if (!(each instanceof Json.Text text)) {
                throw fields.wrong(key, "not a text");
            }
            paths.add(path(text.value()));
        }
        return paths;
    }

    private Path path(String text) {
        if (text.startsWith("{home}/")) {
            return root.home().resolve(text.substring("{home}/".length()));
        }
        if (text.startsWith("{config}/")) {
            return root.config().resolve(text.substring("{config}/".length()));
        }
        return text.startsWith("%") ? WindowsPath.of(root, text) : root.at(text);
    }
}
