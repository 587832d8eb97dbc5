// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.obnova.host.storage.token.Pkcs11Tool;
import org.obnova.host.storage.token.TestToken;

/** A token of another maker, made ready with that maker's own programs. Where those are not installed the test is left out, and says so. */
final class Peer implements AutoCloseable {
    private final Path folder;
    private final Path module;
    private final Map<String, String> environment;
    private final List<Process> daemons = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();

    private Peer(Path folder, Path module, Map<String, String> environment) {
        this.folder = folder;
        this.module = module;
        this.environment = environment;
    }

    Path module() {
        return module;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What programs are started by that shall see the token. */
    List<String> prefix() {
        return List.copyOf(prefix);
    }

    /** pkcs11-tool with the same module. */
    Pkcs11Tool tool() {
        Pkcs11Tool tool = new Pkcs11Tool(module, folder).through(prefix);
        environment.forEach(tool::with);
        return tool;
    }

    /** SoftHSM 2, with its tokens in the folder. */
    static Peer softHsm(Path folder) throws IOException, InterruptedException {
        Pkcs11Tool.assumeInstalled("softhsm2-util");
        Path module = library("softhsm2", "softhsm/libsofthsm2.so");
        Path tokens = Files.createDirectories(folder.resolve("softhsm"));
        Path config = Files.writeString(folder.resolve("softhsm.conf"), "directories.tokendir = " + tokens + "\n");
        Peer peer = new Peer(folder, module, Map.of("SOFTHSM2_CONF", config.toString()));
        peer.run(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "peer",
                "--pin",
                TestToken.PIN,
                "--so-pin",
                "87654321");
        return peer;
    }

    /** tpm2-pkcs11 on the simulator swtpm; the simulated TPM's broker has a bus of its own. */
    static Peer tpm(Path folder, int port) throws IOException, InterruptedException {
        List.of("swtpm", "tpm2_ptool", "tpm2-abrmd", "dbus-daemon").forEach(Pkcs11Tool::assumeInstalled);
        Path module = library("libtpm2-pkcs11-1", "pkcs11/libtpm2_pkcs11.so");
        Path store = Files.createDirectories(folder.resolve("store"));
        Map<String, String> environment = new HashMap<>(Map.of(
                "TPM2_PKCS11_STORE", store.toString(),
                "TPM2_PKCS11_TCTI", "tabrmd:bus_type=session",
                "TPM2TOOLS_TCTI", "tabrmd:bus_type=session",
                "TPM2_PKCS11_LOG_LEVEL", "0"));
        Peer peer = new Peer(folder, module, environment);
        boolean ready = false;
        try {
            environment.put("DBUS_SESSION_BUS_ADDRESS", peer.bus());
            peer.daemon(
                    "swtpm",
                    "socket",
                    "--tpm2",
                    "--tpmstate",
                    "dir=" + Files.createDirectories(folder.resolve("tpm")),
                    "--ctrl",
                    "type=tcp,bindaddr=127.0.0.1,port=" + (port + 1),
                    "--server",
                    "type=tcp,bindaddr=127.0.0.1,port=" + port,
                    "--flags",
                    "not-need-init,startup-clear");
            peer.until("127.0.0.1", port);
            peer.daemon("tpm2-abrmd", "--session", "--allow-root", "--tcti", "swtpm:host=127.0.0.1,port=" + port);
            peer.untilOnBus("com.intel.tss2.Tabrmd");
            peer.run("tpm2_ptool", "init", "--path", store.toString());
            peer.run(
                    "tpm2_ptool",
                    "addtoken",
                    "--pid",
                    "1",
                    "--label",
                    "peer",
                    "--sopin",
                    "87654321",
                    "--userpin",
                    TestToken.PIN,
                    "--path",
                    store.toString());
            ready = true;
            return peer;
        } finally {
            if (!ready) {
                peer.close();
            }
        }
    }

    /**
     * The software token of opencryptoki. Its daemon has one state and one socket for the whole machine: here in namespaces of their own (mounts and System V's
     * shared memory), so that nothing of the machine is touched and several may run.
     *
     * @param pin set by the administrator
     */
    static Peer openCryptoki(Path folder, String pin) throws IOException, InterruptedException {
        List.of("pkcsslotd", "pkcsconf", "unshare", "nsenter").forEach(Pkcs11Tool::assumeInstalled);
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "namespaces of mounts are root's");
        Peer peer = new Peer(folder, library("opencryptoki", "opencryptoki/libopencryptoki.so.0"), Map.of());
        Path script = Files.writeString(folder.resolve("opencryptoki.sh"), """
                set -e
                for each in /run /dev/shm /var/lib/opencryptoki; do mount -t tmpfs tmpfs $each; done
                mkdir -p /run/lock/opencryptoki/swtok /run/opencryptoki /var/lib/opencryptoki/swtok/TOK_OBJ
                chgrp -R pkcs11 /var/lib/opencryptoki /run/lock/opencryptoki
                chmod -R 770 /var/lib/opencryptoki /run/lock/opencryptoki
                printf 'version opencryptoki-3.1\nslot 0\n{\nstdll = libpkcs11_sw.so\n}\n' > /run/opencryptoki.conf
                mount --bind /run/opencryptoki.conf /etc/opencryptoki/opencryptoki.conf
                exec pkcsslotd -f
                """);
        boolean ready = false;
        try {
            peer.daemon("unshare", "--mount", "--ipc", "--propagation", "private", "sh", script.toString());
            Process daemon = peer.daemons.getLast();
            peer.prefix.addAll(List.of("nsenter", "--target", "" + daemon.pid(), "--mount", "--ipc"));
            while (peer.ended("test", "-S", "/run/pkcsslotd.socket") != 0) {
                alive(daemon);
            }
            Path label = Files.writeString(folder.resolve("label"), "peer\n");
            peer.run("sh", "-c", "pkcsconf -c 0 -I -S 87654321 < " + label);
            peer.run("pkcsconf", "-c", "0", "-P", "-S", "87654321", "-n", "76543210");
            peer.run("pkcsconf", "-c", "0", "-u", "-S", "76543210", "-n", pin);
            ready = true;
            return peer;
        } finally {
            if (!ready) {
                peer.close();
            }
        }
    }

    private static Path library(String thePackage, String name) {
        return List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib").stream()
                .map(lib -> Path.of(lib, name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    Assumptions.abort(thePackage + " is not installed");
                    return Path.of("");
                });
    }

    private String bus() throws IOException, InterruptedException {
        Path address = folder.resolve("bus-address");
        Path config = Files.writeString(folder.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>
                """);
        Process bus = new ProcessBuilder("dbus-daemon", "--config-file=" + config, "--nofork", "--print-address")
                .redirectOutput(address.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        daemons.add(bus);
        while (Files.size(address) == 0) {
            alive(bus);
        }
        return Files.readString(address).strip();
    }

    private void daemon(String... command) throws IOException {
        daemons.add(builder("daemon-" + daemons.size(), command).start());
    }

    private void until(String host, int port) throws InterruptedException {
        while (true) {
            try (java.net.Socket _ = new java.net.Socket(host, port)) {
                return;
            } catch (IOException e) {
                alive(daemons.getLast());
            }
        }
    }

    private void untilOnBus(String name) throws IOException, InterruptedException {
        while (builder(
                                "bus",
                                "dbus-send",
                                "--session",
                                "--dest=org.freedesktop.DBus",
                                "--print-reply",
                                "/",
                                "org.freedesktop.DBus.GetNameOwner",
                                "string:" + name)
                        .start()
                        .waitFor()
                != 0) {
            alive(daemons.getLast());
        }
    }

    private static void alive(Process daemon) throws InterruptedException {
        if (daemon.waitFor(20, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it ended with " + daemon.exitValue() + ": " + daemon.info());
        }
    }

    private ProcessBuilder builder(String output, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output + ".txt").toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private int ended(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return builder("run", whole.toArray(String[]::new)).start().waitFor();
    }

    private void run(String... command) throws IOException, InterruptedException {
        int status = ended(command);
        if (status != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + Files.readString(folder.resolve("run.txt")));
        }
    }

    /** Ends what was started, the latest first. */
    @Override
    public void close() {
        daemons.reversed().forEach(each -> {
            each.destroy();
            each.onExit().join();
        });
    }
}
