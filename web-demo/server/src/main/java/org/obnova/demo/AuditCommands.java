// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditCheck;
import org.obnova.demo.audit.AuditExport;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.store.DataFolder;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.timestamp.StampCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit verify} and {@code audit export}, whether a server works on the data or not. */
@Command(
        name = "audit",
        description = "The audit log: verify and export.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommands.Verify.class, AuditCommands.Export.class},
        synopsisSubcommandLabel = "verify|export")
final class AuditCommands {
    static final Actor ADMINISTRATOR = new Actor(Actor.Role.ADMINISTRATOR, "command-line");

    AuditCommands() {}

    static AuditCheck check(Database database, Path data) {
        return new AuditCheck(database, new StampCheck(TestAuthority.certificatesIn(data.resolve("ca")))::holds);
    }

    /** The server's database: in its folder, or where that file says. */
    static Database open(CommandSpec spec, Path data, @Nullable Path postgresql) throws IOException {
        if (postgresql != null) {
            try {
                return Database.connect(PostgresqlSettings.read(postgresql));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--postgresql: " + e.getMessage(), e);
            }
        }
        return open(spec, data);
    }

    static Database open(CommandSpec spec, Path data) {
        requireSqlite(spec, data);
        Path file = DataFolder.sqlite(data);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "--data: no data of a server: " + data);
        }
        return Database.open(file);
    }

    /** Refuses a folder whose data lie in PostgreSQL: what SQLite's file there says is old. */
    static void requireSqlite(CommandSpec spec, Path data) {
        if (DataFolder.isInPostgresql(data)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the data of " + data
                            + " lie in PostgreSQL: give --postgresql FILE. A backup of them is made with pg_dump, beside a copy"
                            + " of ca/, handout/ and the uploads");
        }
    }

    /** Ends with 0 where the log is whole, with 1 where it is not. */
    @Command(
            name = "verify",
            description = "Says whether entries were changed, removed, inserted, reordered or cut off.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--data", required = true, description = "the server's data folder")
        private Path data = Path.of("");

        @Option(
                names = "--postgresql",
                description = "the file that the server was started with, where its database is PostgreSQL")
        private @Nullable Path postgresql;

        @Option(
                names = "--kept",
                description = "an earlier export, kept elsewhere: every entry of it has to be there still")
        private @Nullable Path kept;

        @Override
        public Integer call() throws IOException {
            try (Database database = open(spec, data, postgresql)) {
                AuditCheck check = check(database, data);
                AuditCheck.Verdict verdict = kept == null ? check.verdict() : check.verdict(Files.readString(kept));
                var output = spec.commandLine().getOut();
                verdict.findings().forEach(output::println);
                output.println((verdict.whole() ? "whole: " : "NOT WHOLE: ") + verdict.entries() + " entries, "
                        + verdict.heads() + " stamped heads");
                output.flush();
                return verdict.whole() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
        }
    }

    /** Writes the log as JSON lines; that it was exported is its last entry. */
    @Command(
            name = "export",
            description = "Writes the log as JSON lines that verify without this program.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--data", required = true, description = "the server's data folder")
        private Path data = Path.of("");

        @Option(
                names = "--postgresql",
                description = "the file that the server was started with, where its database is PostgreSQL")
        private @Nullable Path postgresql;

        @Option(names = "--out", description = "file to write (default: standard output)")
        private @Nullable Path out;

        @Override
        public Integer call() throws IOException {
            try (Database database = open(spec, data, postgresql)) {
                new StoredAuditLog(database, InstantSource.system())
                        .record(ADMINISTRATOR, AuditAction.LOG_EXPORTED, About.object("log", "audit"));
                AuditExport export = new AuditExport(database);
                if (out == null) {
                    export.write(spec.commandLine().getOut());
                    spec.commandLine().getOut().flush();
                } else {
                    try (var writer = Files.newBufferedWriter(out)) {
                        export.write(writer);
                    }
                }
                return CommandLine.ExitCode.OK;
            }
        }
    }
}
