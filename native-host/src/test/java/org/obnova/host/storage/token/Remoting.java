// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A module behind a socket: {@code p11-kit server}, and p11-kit's client module that speaks to it. */
public final class Remoting implements AutoCloseable {
    private static final List<Path> CLIENTS = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/pkcs11/p11-kit-client.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/pkcs11/p11-kit-client.so"),
            Path.of("/usr/lib64/pkcs11/p11-kit-client.so"));

    private final Process server;
    private final Path folder;
    private final Path socket;

    private Remoting(Process server, Path folder, Path socket) {
        this.server = server;
        this.folder = folder;
        this.socket = socket;
    }

    /** Serves this module on a socket in the folder. */
    public static Remoting start(Path folder, Path module) throws IOException, InterruptedException {
        Pkcs11Tool.assumeInstalled("p11-kit");
        // The path of a socket is short.
        Path home = Files.createTempDirectory("p11");
        Path socket = home.resolve("s");
        Process server = new ProcessBuilder(
                        "p11-kit",
                        "server",
                        "--foreground",
                        "-n",
                        socket.toString(),
                        "--provider",
                        module.toString(),
                        "pkcs11:")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("p11-kit-server.txt").toFile())
                .start();
        Remoting remoting = new Remoting(server, folder, socket);
        while (!Files.exists(socket)) {
            if (server.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IOException(Files.readString(folder.resolve("p11-kit-server.txt")));
            }
        }
        return remoting;
    }

    /** The module of the client's side. */
    public static Path client() {
        return CLIENTS.stream().filter(Files::exists).findFirst().orElseGet(() -> {
            Assumptions.abort("p11-kit-modules is not installed");
            return Path.of("");
        });
    }

    /** What the client's side finds the server by. */
    public Map<String, String> environment() {
        return Map.of("P11_KIT_SERVER_ADDRESS", "unix:path=" + socket);
    }

    /** pkcs11-tool on the client's side. */
    public Pkcs11Tool tool() {
        return new Pkcs11Tool(client(), folder).with("P11_KIT_SERVER_ADDRESS", "unix:path=" + socket);
    }

    /** Ends the server. */
    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.getParent());
    }
}
