// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.store.DataFolder;
import org.obnova.demo.store.Database;

/** The commands as processes of their own, beside a server that works. */
class AuditCommandsTest {
    @TempDir
    Path folder;

    @Test
    void backupOfAWorkingServer_isRestored_verified_andServes() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        Path export = folder.resolve("log.jsonl");
        Process server = serve(data);
        try {
            assertThat(run(0, "backup", "--data", data, "--to", backup)).startsWith("backup: ");
            assertThat(run(0, "audit", "verify", "--data", data)).contains("whole: ");
            assertThat(run(0, "audit", "export", "--data", data, "--out", export))
                    .isEmpty();
            assertThat(run(1, "backup", "--data", data, "--to", backup)).contains("is not empty");
        } finally {
            end(server);
        }
        assertThat(Files.readString(export))
                .contains("\"action\":\"server-started\"", "\"action\":\"certificate-issued\"")
                .contains("\"actor\":\"administrator:command-line\",\"action\":\"backup-made\"")
                .contains("\"action\":\"log-exported\"")
                .doesNotContain("Кораблёва", "example.org", "11223344595");
        assertThat(run(0, "audit", "verify", "--data", data, "--kept", export)).contains("whole: ");

        assertThat(run(1, "restore", "--from", backup, "--data", data)).contains("is not empty");
        assertThat(run(0, "restore", "--from", backup, "--data", restored)).startsWith("restored: ");
        assertThat(run(0, "audit", "verify", "--data", restored)).contains("whole: ");
        assertThat(Files.readAllBytes(restored.resolve("ca/ec-root.p12")))
                .isEqualTo(Files.readAllBytes(data.resolve("ca/ec-root.p12")));
        end(serve(restored));

        cutOff(data);
        assertThat(run(1, "audit", "verify", "--data", data)).contains("NOT WHOLE", "the end of the log was cut off");
        assertThat(run(2, "audit", "verify", "--data", folder.resolve("nothing")))
                .contains("no data of a server");
    }

    @Test
    void dataThatLieInPostgresql_areNotTakenFromAnOldFile() throws Exception {
        Path data = folder.resolve("data");
        end(serve(data));
        DataFolder.moveToPostgresql(data);

        assertThat(run(2, "backup", "--data", data, "--to", folder.resolve("backup")))
                .contains("lie in PostgreSQL", "--postgresql FILE", "pg_dump");
        assertThat(run(2, "audit", "verify", "--data", data)).contains("lie in PostgreSQL");
        assertThat(run(2, "serve", "--data", data, "--port", "0")).contains("lie in PostgreSQL");
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    private static void cutOff(Path data) {
        try (Database database = Database.open(data.resolve("obnova.db"))) {
            database.update(handle -> {
                handle.execute("DROP TRIGGER audit_entry_remains");
                handle.execute("DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry)");
            });
        }
    }

    private static Process serve(Path data) throws IOException {
        Process server = start("serve", "--port", "0", "--data", data, "--algorithm", "ec");
        String line = server.inputReader(UTF_8).readLine();
        assertThat(line).startsWith("ready ");
        return server;
    }

    private static void end(Process server) throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Both streams of a command that ends with that status. */
    private static String run(int status, Object... arguments) throws Exception {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String said = output + new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obnova.demo.Main"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).start();
    }
}
