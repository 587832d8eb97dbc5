// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** One file of settings. */
record Layer(Settings settings, List<String> locked) {
    static final int FORMAT_VERSION = 1;

    static final List<String> KEYS = List.of("sites", "anchors", "extensions");

    private static final int MAX_ITEMS = 1000;
    private static final int MAX_TEXT = 64 * 1024;

    static Layer read(byte[] file) throws JsonException {
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
        List<String> locked = texts(fields, "locked");
        for (String key : locked) {
            if (!KEYS.contains(key)) {
                throw fields.wrong("locked", "names a key that cannot be locked");
            }
        }
        fields.end();
        return new Layer(new Settings(sites, anchors, extensions), locked);
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
