// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;

/**
 * A manifest of a native host (Chromium: "Native messaging", Mozilla: "Native manifests").
 *
 * @param path of the host
 * @param allowed what Chromium calls allowed_origins, Firefox allowed_extensions
 */
record ManifestText(String path, List<String> allowed) {
    /** The host's name, and the file's without {@code .json}. */
    static final String NAME = "org.obnova.host";

    private static final int LONGEST = 4096;
    private static final int MOST = 1000;

    ManifestText {
        allowed = List.copyOf(allowed);
    }

    static ManifestText of(Browser.Family family, String path, Extensions extensions) {
        return new ManifestText(
                path,
                switch (family) {
                    case CHROMIUM ->
                        extensions.chromium().stream()
                                .map(id -> "chrome-extension://" + id + "/")
                                .toList();
                    case FIREFOX -> extensions.firefox();
                });
    }

    byte[] write(Browser.Family family) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeStringField("name", NAME);
            out.writeStringField("description", "Obnova");
            out.writeStringField("path", path);
            out.writeStringField("type", "stdio");
            out.writeArrayFieldStart(key(family));
            allowed.forEach(out::writeString);
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Empty where it is no manifest of this host that a browser of the family would take. */
    static Optional<ManifestText> read(byte[] content, Browser.Family family) {
        try {
            Fields fields = Fields.of("", JsonText.read(content));
            if (!fields.text("name", 1, LONGEST).equals(NAME)
                    || !fields.text("type", 1, LONGEST).equals("stdio")) {
                return Optional.empty();
            }
            List<String> allowed = new ArrayList<>();
            for (Json each : fields.items(key(family), MOST)) {
                if (!(each instanceof Json.Text text)) {
                    return Optional.empty();
                }
                allowed.add(text.value());
            }
            return Optional.of(new ManifestText(fields.text("path", 1, LONGEST), allowed));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static String key(Browser.Family family) {
        return family == Browser.Family.CHROMIUM ? "allowed_origins" : "allowed_extensions";
    }
}
