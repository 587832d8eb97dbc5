// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.obnova.demo.registers.Agency;

/** All agencies of the demo, each a server of its own, and their switches. */
public final class Agencies implements Switchboard, AutoCloseable {
    /** Longer than the bundled patience. */
    public static final Duration SLOWNESS = Duration.ofSeconds(20);

    private final Map<Agency, AgencyServer> servers = new EnumMap<>(Agency.class);

    private Agencies() {}

    /**
     * Starts them on free ports; all answer right.
     *
     * @param slowness how long a slow one takes
     */
    public static Agencies start(Population population, Duration slowness) throws IOException {
        Agencies agencies = new Agencies();
        try {
            for (Agency agency : Agency.values()) {
                agencies.servers.put(agency, new AgencyServer(Desks.of(agency, population), 0, slowness));
            }
            return agencies;
        } catch (IOException e) {
            agencies.close();
            throw e;
        }
    }

    /** Where they are. */
    public Map<Agency, URI> addresses() {
        Map<Agency, URI> addresses = new EnumMap<>(Agency.class);
        servers.forEach((agency, server) -> addresses.put(agency, server.address()));
        return addresses;
    }

    @Override
    public Mood mood(Agency agency) {
        return server(agency).mood();
    }

    @Override
    public void become(Agency agency, Mood mood) {
        server(agency).become(mood);
    }

    @Override
    public void close() {
        servers.values().forEach(AgencyServer::close);
    }

    private AgencyServer server(Agency agency) {
        AgencyServer server = servers.get(agency);
        if (server == null) {
            throw new IllegalStateException(agency.wireName() + " was not started");
        }
        return server;
    }
}
