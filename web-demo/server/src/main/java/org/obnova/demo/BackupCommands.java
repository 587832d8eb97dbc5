// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.backup.Backup;
import org.obnova.demo.backup.BackupException;
import org.obnova.demo.backup.Restoration;
import org.obnova.demo.store.DataFolder;
import org.obnova.demo.store.Database;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup} and {@code restore}. */
final class BackupCommands {
    private BackupCommands() {}

    /** Makes a backup; the audit log of the data, and of the backup, says so. */
    @Command(
            name = "backup",
            description = "Copies database, keys, documents and handout into a folder, while the server works.",
            mixinStandardHelpOptions = true)
    static final class Make implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--data", required = true, description = "the server's data folder")
        private Path data = Path.of("");

        @Option(names = "--to", required = true, description = "folder of the backup; empty, or made")
        private Path to = Path.of("");

        @Override
        public Integer call() throws IOException {
            try (Database database = AuditCommands.open(spec, data)) {
                record(database, AuditAction.BACKUP_MADE);
                int files = Backup.make(data, to);
                return said(spec, "backup: " + files + " files");
            } catch (BackupException e) {
                return refused(spec, e);
            }
        }
    }

    /** Takes a backup back into an empty place. */
    @Command(
            name = "restore",
            description =
                    "Restores a backup into an empty data folder, once its hashes and its audit log are verified.",
            mixinStandardHelpOptions = true)
    static final class Take implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--from", required = true, description = "folder of the backup")
        private Path from = Path.of("");

        @Option(names = "--data", required = true, description = "the server's new data folder; empty, or made")
        private Path data = Path.of("");

        @Override
        public Integer call() throws IOException {
            try {
                Restoration.restore(from, data, Take::auditFindings);
            } catch (BackupException e) {
                return refused(spec, e);
            }
            try (Database database = AuditCommands.open(spec, data)) {
                record(database, AuditAction.BACKUP_RESTORED);
            }
            return said(spec, "restored: " + data);
        }

        private static List<String> auditFindings(Path restored) {
            try (Database database = Database.open(DataFolder.sqlite(restored))) {
                return AuditCommands.check(database, restored).verdict().findings();
            }
        }
    }

    private static void record(Database database, AuditAction action) {
        new StoredAuditLog(database, InstantSource.system())
                .record(AuditCommands.ADMINISTRATOR, action, About.object("backup", "data"));
    }

    private static int said(CommandSpec spec, String what) {
        spec.commandLine().getOut().println(what);
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private static int refused(CommandSpec spec, BackupException refusal) {
        spec.commandLine().getErr().println(refusal.getMessage());
        spec.commandLine().getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
