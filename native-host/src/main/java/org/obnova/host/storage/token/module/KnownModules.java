// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** The usual places of vendors' modules, from {@code modules.json}. */
final class KnownModules {
    private static final String RESOURCE = "modules.json";
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 300;

    private KnownModules() {}

    /** The places on this system, a vendor's best one first. */
    static List<Candidate> candidates(Surroundings surroundings) {
        try (InputStream in = KnownModules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not there");
            }
            return read(in.readAllBytes(), surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(RESOURCE + " is damaged", e);
        }
    }

    private static List<Candidate> read(byte[] json, Surroundings surroundings) throws JsonException {
        List<Candidate> candidates = new ArrayList<>();
        Fields file = Fields.of("", JsonText.read(json));
        for (Json each : file.items("modules", MAX_ITEMS)) {
            Fields module = Fields.of("modules[]", each);
            String id = module.text("id", 1, MAX_TEXT);
            String name = module.text("name", 1, MAX_TEXT);
            boolean smartCard = Boolean.TRUE.equals(module.optionalTruth("pcsc"));
            for (Surroundings.SystemKind system : Surroundings.SystemKind.values()) {
                for (Json place : module.items(system.name().toLowerCase(Locale.ROOT), MAX_ITEMS)) {
                    if (!(place instanceof Json.Text(String text))) {
                        throw module.wrong(system.name(), "not an array of texts");
                    }
                    if (system == surroundings.system()) {
                        surroundings
                                .at(text)
                                .map(path -> new Candidate(name, path, id, null, false, false, smartCard))
                                .ifPresent(candidates::add);
                    }
                }
            }
            module.end();
        }
        file.end();
        return candidates;
    }
}
