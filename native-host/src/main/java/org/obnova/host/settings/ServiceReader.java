// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;

/** Reads a service from a file of settings. */
final class ServiceReader {
    private static final int MOST = 100;
    private static final int LONGEST_ROOT = 64 * 1024;

    private ServiceReader() {}

    static ServiceEntry read(Fields fields) throws JsonException {
        String name = fields.text("name", 1, 64);
        Fields title = fields.object("title");
        String russian = title.text("ru", 1, 128);
        String english = title.text("en", 1, 128);
        title.end();
        List<Origin> origins = new ArrayList<>();
        for (String origin : texts(fields, "origins", 512)) {
            origins.add(Origin.parseInternational(origin)
                    .orElseThrow(() -> fields.wrong("origins", "not an origin, or neither https nor this computer")));
        }
        List<byte[]> roots = new ArrayList<>();
        for (String root : texts(fields, "roots", LONGEST_ROOT)) {
            roots.add(der(fields, root));
        }
        List<String> issuers = texts(fields, "clientIssuers", 256);
        List<String> needs = texts(fields, "needs", 32);
        fields.end();
        try {
            return new ServiceEntry(name, russian, english, origins, roots, issuers, needs);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("name", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] der(Fields fields, String base64) throws JsonException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("roots", "not base64");
        }
    }

    private static List<String> texts(Fields fields, String key, int longest) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json item : fields.items(key, MOST)) {
            if (!(item instanceof Json.Text text) || text.value().length() > longest) {
                throw fields.wrong(key, "not an array of strings");
            }
            texts.add(text.value());
        }
        return texts;
    }
}
