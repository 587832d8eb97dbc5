// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.Openssl;
import org.obnova.demo.ServerProcess;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlCluster;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.Sites;

/**
 * Server processes that are killed while people work: what these were told is there after the restart, and once. The moment of each kill is a number of acknowledgements,
 * drawn from a seed. {@code obnova.kill.rounds} says how often (2), {@code obnova.kill.seed} from which seed (1); {@code target/kill.txt} is the report.
 */
class KilledServersTest {
    private static final int ROUNDS = Integer.getInteger("obnova.kill.rounds", 2);
    private static final long SEED = Long.getLong("obnova.kill.seed", 1);
    private static final int REQUESTS = 60;
    private static final int PEOPLE = 200;
    private static final int MOST_MOMENT = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<Person> holders = new ArrayList<>();
    private final Acknowledged told = new Acknowledged();
    private @Nullable PostgresqlSettings shared;
    private final List<Database> opened = new ArrayList<>();
    private Sites sites = new Sites(0);

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
        opened.forEach(Database::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatWasAcknowledged_isThereAfterAKill_andOnce(int processes) throws Exception {
        shared = processes == 1 ? null : PostgresqlCluster.get().create();
        freePorts(processes);
        for (int port : ports) {
            servers.add(start(port));
        }
        Database database = shared == null ? Database.open(folder.resolve("data/obnova.db")) : Database.connect(shared);
        opened.add(database);
        RenewalWalk walk = new RenewalWalk(
                folder,
                CaProfile.EC,
                this::person,
                new DemoInbox(database, InstantSource.system(), new SecureRandom()));
        Person holder = walk.loggedIn();
        String model = walk.toTheRequest(holder);
        String paper = walk.toTheDocuments(holder);
        holders.addAll(List.of(holder, walk.loggedIn(), walk.loggedIn()));
        String subject = Openssl.subjectLine(RenewalWalk.subject(holder, model));
        List<String> waiting = LoadSeeds.applications(database, id(model), "request", REQUESTS * ROUNDS);
        List<String> papers = LoadSeeds.applications(database, id(paper), "paper", ROUNDS);
        List<String> people = LoadSeeds.holders(database, "zhuravlyov", PEOPLE * ROUNDS);
        String suspended = LoadSeeds.certificate(database, "zhuravlyov");
        Load load = new Load(told, people, waiting, subject);
        Person clerk = Desk.of("clerk", person(Site.OPERATOR), folder.resolve("data/handout"));
        Person operator = Desk.of("operator", person(Site.OPERATOR), folder.resolve("data/handout"));

        for (int round = 0; round < ROUNDS; round++) {
            String documents = papers.get(round);
            run(List.of(
                    () -> load.create(clerk),
                    () -> load.suspend(operator, suspended),
                    () -> load.request(holders.get(0), new Openssl(Files.createTempDirectory(folder, "one"))),
                    () -> load.request(holders.get(1), new Openssl(Files.createTempDirectory(folder, "two"))),
                    () -> load.upload(holders.get(2), documents)));
        }

        await().atMost(PATIENCE).until(() -> told.allIssued(database));
        List<String> lost = told.lost(database, suspended);
        List<String> doubled = told.doubled(database, suspended);
        report((shared == null ? "SQLite, one process: " : "PostgreSQL, one of two processes: ") + ROUNDS + " rounds, "
                + told.count() + " acknowledged, " + lost.size() + " lost, " + doubled.size() + " doubled");
        assertThat(lost).as("lost").isEmpty();
        assertThat(doubled).as("doubled").isEmpty();
        assertThat(told.created).isNotEmpty();
        assertThat(told.requested).isNotEmpty();
        assertThat(told.suspended.get()).isPositive();
        assertThat(verified()).isZero();
    }

    /** Has everybody work, kills a server, and starts it again. */
    private void run(List<Load.Work> works) throws Exception {
        int moment = told.count() + 1 + random.nextInt(MOST_MOMENT);
        int victim = random.nextInt(servers.size());
        try (ExecutorService workers = Executors.newFixedThreadPool(works.size())) {
            List<Future<?>> ends = new ArrayList<>();
            for (Load.Work work : works) {
                ends.add(workers.submit(() -> {
                    Load.untilDeath(work);
                    return null;
                }));
            }
            await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> told.count() >= moment);
            servers.get(victim).kill();
            for (Future<?> end : ends) {
                end.get();
            }
        }
        servers.set(victim, start(ports.get(victim)));
    }

    private int verified() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("audit", "verify", "--data", folder.resolve("data").toString()));
        if (shared != null) {
            arguments.addAll(List.of(
                    "--postgresql", ServerProcess.settings(folder, shared).toString()));
        }
        return ServerProcess.run(folder.resolve("verified.txt"), arguments);
    }

    private static void report(String line) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "kill.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Person person(Site site) {
        return new Person(ports, site.host() + ":" + sites.port());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private ServerProcess start(int port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--data",
                folder.resolve("data").toString(),
                "--public-port",
                String.valueOf(sites.port()),
                "--algorithm",
                "ec",
                "--issuing-delay",
                "0"));
        if (shared != null) {
            arguments.addAll(List.of(
                    "--postgresql", ServerProcess.settings(folder, shared).toString()));
        }
        return ServerProcess.start(folder, port, arguments);
    }

    private void freePorts(int many) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (ServerSocket socket : sockets) {
            ports.add(socket.getLocalPort());
            socket.close();
        }
        sites = new Sites(ports.getFirst());
    }
}
