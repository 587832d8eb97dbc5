// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The lines to all agencies. */
public final class Lines implements AutoCloseable {
    private final Map<Agency, Line> lines = new EnumMap<>(Agency.class);

    /**
     * Opens no connection yet.
     *
     * @param addresses of every agency, scheme to port
     */
    public Lines(Map<Agency, URI> addresses, Patience patience, InstantSource clock) {
        for (Agency agency : Agency.values()) {
            URI address = addresses.get(agency);
            if (address == null) {
                throw new IllegalArgumentException("no address of " + agency.wireName());
            }
            lines.put(agency, new Line(agency, address, patience, clock));
        }
    }

    Reply ask(Agency agency, String path, JsonNode question) {
        Line line = lines.get(agency);
        if (line == null) {
            throw new IllegalStateException("no line to " + agency.wireName());
        }
        return line.ask(path, question);
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
