// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.TokenSettings;
import org.obnova.demo.ca.UnusableTokenException;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.gateways.GatewaysFile;
import org.obnova.demo.gateways.InvalidGatewaysException;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.watch.LogForm;
import org.obnova.demo.web.Site;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The demo's command line: {@code serve}, {@code audit}, {@code backup}, {@code restore}. */
@Command(
        name = "obnova-demo",
        description = "Demo certification authority with its portals. FOR TESTING ONLY: it protects nothing.",
        mixinStandardHelpOptions = true,
        version = "obnova-demo 0.1.0")
public final class Main {
    private Main() {}

    /** Ends with the command's exit status. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .addSubcommand(new Serve())
                .addSubcommand(new AuditCommands())
                .addSubcommand(new BackupCommands.Make())
                .addSubcommand(new BackupCommands.Take())
                .execute(args));
    }

    /** Serves until SIGTERM or SIGINT. */
    @Command(
            name = "serve",
            description = "Serves the CA and its portals on 127.0.0.1 until SIGTERM.",
            mixinStandardHelpOptions = true)
    static final class Serve implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--port", defaultValue = "8080", description = "TCP port, 0 for any free one (default: 8080)")
        private int port;

        @Option(
                names = "--data",
                required = true,
                description = "folder of database, keys and handout; made if missing")
        private Path data = Path.of("");

        @Option(
                names = "--algorithm",
                defaultValue = "gost256",
                completionCandidates = Algorithms.class,
                description = "one of ${COMPLETION-CANDIDATES} (default: gost256)")
        private String algorithm = "";

        @Option(
                names = "--issuing-delay",
                defaultValue = "2",
                description = "seconds that the CA takes at least to issue a certificate (default: 2)")
        private long issuingDelay;

        @Option(
                names = "--packages",
                description =
                        "folder with packages of the application or the extension, which the setup page offers; may be repeated")
        private List<Path> packages = List.of();

        @Option(
                names = "--gateways",
                description =
                        "file with the gateways by which e-mail, SMS and calls leave the machine (default: none does)")
        private @Nullable Path gateways;

        @Option(
                names = "--regime",
                defaultValue = "current",
                description = "how the CA works: current, 2017, or a file like theirs (default: current)")
        private String regime = "";

        @Option(
                names = "--postgresql",
                description =
                        "file with the lines url=jdbc:postgresql://HOST:PORT/DATABASE, user=, and where needed password="
                                + " and connections=: a database that several servers share (default: SQLite in the data folder)")
        private @Nullable Path postgresql;

        @Option(
                names = "--ca-pkcs11",
                description =
                        "file with the lines module=PATH, slot=NUMBER, pin=: a PKCS#11 token that makes and keeps the authority's"
                                + " keys; for ec and rsa (default: files in the data folder)")
        private @Nullable Path token;

        @Option(
                names = "--management-port",
                description =
                        "TCP port of 127.0.0.1 for /health and /metrics, 0 for any free one (default: they are not served)")
        private @Nullable Integer managementPort;

        @Option(
                names = "--log",
                defaultValue = "text",
                description =
                        "text for people, or json: JSON lines on standard error, one for each request (default: text)")
        private String log = "";

        @Option(
                names = "--uploads",
                description =
                        "folder of the documents that people upload; servers on one database have to name the same (default: in the data folder)")
        private @Nullable Path uploads;

        @Option(
                names = "--public-port",
                defaultValue = "0",
                description =
                        "port of the sites' addresses, where a balancer stands before several servers (default: --port)")
        private int publicPort;

        @Override
        public Integer call() throws IOException, InterruptedException {
            CaProfile profile = CaProfile.ofCliName(algorithm)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--algorithm must be gost256, gost512, ec or rsa"));
            if (publicPort < 0 || publicPort > 65_535) {
                throw new ParameterException(spec.commandLine(), "--public-port must be 1 to 65535");
            }
            if (issuingDelay < 0) {
                throw new ParameterException(spec.commandLine(), "--issuing-delay must not be negative");
            }
            LogForm.ofCliName(log)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "--log must be text or json"))
                    .use();
            if (postgresql == null) {
                AuditCommands.requireSqlite(spec, data);
            }
            Wiring.Settings settings = new Wiring.Settings(
                    port,
                    data,
                    profile,
                    Duration.ofSeconds(issuingDelay),
                    packages,
                    gateways(),
                    regime(),
                    postgresql(),
                    uploads,
                    publicPort,
                    token());
            Wiring server = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            spec.commandLine()
                    .getOut()
                    .println("ready extern=" + server.sites().extern() + " cabinet="
                            + server.sites().cabinet() + " setup="
                            + server.sites().setup() + " operator="
                            + server.sites().of(Site.OPERATOR)
                            + (managementPort == null ? "" : " management=" + server.watch(managementPort)));
            spec.commandLine().getOut().flush();
            // SIGTERM and SIGINT run the hook above and end the process.
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        }

        private Wiring start(Wiring.Settings settings) throws IOException {
            try {
                return Wiring.start(settings, InstantSource.system(), new SecureRandom());
            } catch (UnusableTokenException e) {
                throw new ParameterException(spec.commandLine(), "--ca-pkcs11: " + e.getMessage(), e);
            }
        }

        private @Nullable TokenSettings token() throws IOException {
            try {
                return token == null ? null : TokenSettings.read(token);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--ca-pkcs11: " + e.getMessage(), e);
            }
        }

        private GatewaySettings gateways() {
            try {
                return gateways == null ? GatewaySettings.NONE : GatewaysFile.read(gateways);
            } catch (InvalidGatewaysException e) {
                throw new ParameterException(spec.commandLine(), "--gateways: " + e.getMessage(), e);
            }
        }

        private @Nullable PostgresqlSettings postgresql() throws IOException {
            try {
                return postgresql == null ? null : PostgresqlSettings.read(postgresql);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--postgresql: " + e.getMessage(), e);
            }
        }

        private Regime regime() {
            try {
                return RegimeFile.of(regime);
            } catch (RegimeFile.InvalidRegimeException e) {
                throw new ParameterException(spec.commandLine(), "--regime: " + e.getMessage(), e);
            }
        }
    }

    /** Names of the algorithms. */
    static final class Algorithms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(CaProfile.values()).map(CaProfile::cliName).iterator();
        }
    }
}
