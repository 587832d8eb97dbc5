// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own: started by the first who asks, on 127.0.0.1, in a folder under the system's temporary one, ended with the
 * JVM. It does not start as root, so root becomes the user that the distribution's package makes.
 */
public final class PostgresqlCluster {
    private static final String USER = "obnova";
    private static @Nullable PostgresqlCluster running;

    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresqlCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The cluster of this JVM. */
    public static synchronized PostgresqlCluster get() {
        PostgresqlCluster started = running == null ? start() : running;
        running = started;
        return started;
    }

    /** An empty database. */
    public PostgresqlSettings create() {
        String name = "d" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, null);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        return new PostgresqlSettings(url(name), USER, null, 4);
    }

    /** As {@code kill -9} of the server with all its children, and a start after it. */
    public void crash() {
        run(List.of("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        begin();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static PostgresqlCluster start() {
        try {
            Path folder = Files.createTempDirectory("obnova-postgresql");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            PostgresqlCluster cluster = new PostgresqlCluster(folder, freePort());
            cluster.run(List.of(
                    "initdb", "-D", cluster.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            cluster.begin();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        String options =
                "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c port=" + port;
        run(List.of("pg_ctl", "-D", data(), "-w", "-l", data() + "/server.log", "-o", options, "start"));
    }

    private void stop() {
        run(List.of("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.add(programs().resolve(command.getFirst()).toString());
        whole.addAll(command.subList(1, command.size()));
        try {
            File output = File.createTempFile("postgresql", ".out");
            Process process = new ProcessBuilder(whole)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            int status = process.waitFor();
            String said = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            Files.delete(output.toPath());
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", whole) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Debian keeps the programs of each version in a folder of its own. */
    private static Path programs() {
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + versions));
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL is installed", e);
        }
    }
}
