// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/**
 * One file of settings.
 *
 * @param knownModules null where the file does not say
 * @param mayRememberPin null where the file does not say
 */
record Layer(
        List<SiteEntry> sites,
        List<byte[]> anchors,
        List<String> extensions,
        List<ModuleSetting> modules,
        List<Path> drives,
        @Nullable Boolean knownModules,
        @Nullable Boolean mayRememberPin,
        List<String> locked,
        List<ServiceEntry> services) {
    static final int FORMAT_VERSION = 1;

    static final List<String> KEYS =
            List.of("sites", "anchors", "extensions", "modules", "drives", "knownModules", "rememberPin", "services");

    private static final int MAX_ITEMS = 1000;
    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_PATH = 4096;

    /** @param personal whether the file is the person's own */
    static Layer read(byte[] file, boolean personal) throws JsonException {
        Fields fields = Fields.of("", JsonText.read(file));
        Long version = fields.optionalWhole("formatVersion", 0, Integer.MAX_VALUE);
        if (version == null || version != FORMAT_VERSION) {
            throw fields.wrong("formatVersion", "not " + FORMAT_VERSION);
        }
        List<SiteEntry> sites = new ArrayList<>();
        for (Json item : fields.items("sites", MAX_ITEMS)) {
            sites.add(site(Fields.of("sites[]", item)));
        }
        List<byte[]> anchors = new ArrayList<>();
        for (String base64 : texts(fields, "anchors")) {
            anchors.add(der(fields, base64));
        }
        List<String> extensions = texts(fields, "extensions");
        List<ModuleSetting> modules = new ArrayList<>();
        for (Json item : fields.items("modules", MAX_ITEMS)) {
            modules.add(module(Fields.of("modules[]", item), personal));
        }
        List<Path> drives = new ArrayList<>();
        for (String text : texts(fields, "drives")) {
            drives.add(absolute(fields, text));
        }
        Boolean knownModules = fields.optionalTruth("knownModules");
        Boolean mayRememberPin = mayRememberPin(fields);
        List<String> locked = texts(fields, "locked");
        for (String key : locked) {
            if (!KEYS.contains(key)) {
                throw fields.wrong("locked", "names a key that cannot be locked");
            }
        }
        List<ServiceEntry> services = new ArrayList<>();
        for (Json item : fields.items("services", MAX_ITEMS)) {
            services.add(ServiceReader.read(Fields.of("services[]", item)));
        }
        fields.end();
        return new Layer(sites, anchors, extensions, modules, drives, knownModules, mayRememberPin, locked, services);
    }

    private static ModuleSetting module(Fields fields, boolean personal) throws JsonException {
        String path = fields.text("path", 1, MAX_PATH);
        String name = fields.optionalText("name", 1, 128);
        Long timeout = fields.optionalWhole("timeoutSeconds", 1, ModuleSetting.MAX_TIMEOUT_SECONDS);
        fields.end();
        try {
            return new ModuleSetting(Path.of(path), name, timeout == null ? null : timeout.intValue(), personal);
        } catch (InvalidPathException e) {
            throw fields.wrong("path", "not a path");
        } catch (IllegalArgumentException e) {
            throw fields.wrong("path", "not an absolute path");
        }
    }

    private static Path absolute(Fields fields, String text) throws JsonException {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            throw fields.wrong("drives", "not a path");
        }
        throw fields.wrong("drives", "not an absolute path");
    }

    private static @Nullable Boolean mayRememberPin(Fields fields) throws JsonException {
        String word = fields.optionalText("rememberPin", 1, 16);
        if (word == null) {
            return null;
        }
        if (!word.equals("allowed") && !word.equals("forbidden")) {
            throw fields.wrong("rememberPin", "neither allowed nor forbidden");
        }
        return word.equals("allowed");
    }

    private static SiteEntry site(Fields fields) throws JsonException {
        Origin origin = Origin.parseInternational(fields.text("origin", 1, 512))
                .orElseThrow(() -> fields.wrong("origin", "not an origin, or neither https nor this computer"));
        Fields name = fields.object("name");
        SiteEntry site;
        try {
            site = new SiteEntry(
                    origin,
                    name.text("ru", 1, 128),
                    name.text("en", 1, 128),
                    fields.optionalText("renewalUrl", 1, 2048));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("renewalUrl", "not an https URL, nor one of this computer");
        }
        name.end();
        fields.end();
        return site;
    }

    private static byte[] der(Fields fields, String base64) throws JsonException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("anchors", "not base64");
        }
    }

    private static List<String> texts(Fields fields, String key) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json item : fields.items(key, MAX_ITEMS)) {
            if (!(item instanceof Json.Text text) || text.value().length() > MAX_TEXT) {
                throw fields.wrong(key, "not an array of strings");
            }
            texts.add(text.value());
        }
        return texts;
    }
}
