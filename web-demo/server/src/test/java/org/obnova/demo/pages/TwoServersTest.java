// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.ServerProcess;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.Sites;

/** Two server processes on one PostgreSQL, before which stands a balancer that sends each request to the other one. */
class TwoServersTest {
    @TempDir
    Path folder;

    @Test
    void aWholeRenewal_isServedByBothInTurn_andARestartLogsNobodyOut() throws Exception {
        PostgresqlSettings shared = PostgresqlCluster.get().create();
        List<Integer> ports = freePorts();
        Sites sites = new Sites(ports.getFirst());
        try (ServerProcess first = start(ports.getFirst(), sites, shared);
                ServerProcess second = start(ports.getLast(), sites, shared);
                Database database = Database.connect(shared)) {
            assertThat(List.of(first.publicPort(), second.publicPort())).containsOnly(sites.port());
            DemoInbox inbox = new DemoInbox(database, InstantSource.system(), new SecureRandom());
            new RenewalWalk(folder, CaProfile.EC, site -> person(ports, sites, site), inbox).toTheEnd();

            Person operator = Desk.of("operator", person(ports, sites, Site.OPERATOR), folder.resolve("data/handout"));
            first.kill();
            second.kill();
            try (ServerProcess _ = start(ports.getFirst(), sites, shared);
                    ServerProcess _ = start(ports.getLast(), sites, shared)) {
                assertThat(operator.open("/").body()).contains("data-step=\"queue\"");
                assertThat(operator.submit("/filter", Map.of("stage", "REVIEW")).statusCode())
                        .isEqualTo(303);
                assertThat(operator.open("/").body()).contains("data-state=\"review\"");
            }
        }
    }

    private static Person person(List<Integer> ports, Sites sites, Site site) {
        return new Person(ports, site.host() + ":" + sites.port());
    }

    private ServerProcess start(int port, Sites sites, PostgresqlSettings shared) throws Exception {
        return ServerProcess.start(
                folder,
                port,
                List.of(
                        "--data",
                        folder.resolve("data").toString(),
                        "--uploads",
                        folder.resolve("uploads").toString(),
                        "--public-port",
                        String.valueOf(sites.port()),
                        "--algorithm",
                        "ec",
                        "--issuing-delay",
                        "0",
                        "--postgresql",
                        ServerProcess.settings(folder, shared).toString()));
    }

    /** Of which the first is that of the sites' addresses too: it stands in certificates before a server listens. */
    private static List<Integer> freePorts() throws Exception {
        List<Integer> ports = new ArrayList<>();
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.add(one.getLocalPort());
            ports.add(other.getLocalPort());
        }
        return ports;
    }
}
