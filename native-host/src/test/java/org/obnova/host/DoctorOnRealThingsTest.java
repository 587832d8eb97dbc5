// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.diagnostics.computer.SpaceCheck;
import org.obnova.host.keys.KeyAlgorithm;

/** What {@link DoctorTest} lets a port say, said by the thing itself: a disk, a folder, a database of NSS. */
class DoctorOnRealThingsTest {
    private static final String ROOTS = "roots.nss.shared";

    @TempDir
    Path folder;

    @Test
    void diskThatIsFull_isNamed_andNothingIsWritten() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Path containers = computer.directories.containers();
            assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", containers.toString()))
                    .as("only root may mount")
                    .startsWith("0");
            try {
                fill(containers.resolve("1.p12"));
                computer.room = SpaceCheck.Room.ofTheSystem();
                Map<String, String> before = computer.tree();

                Examined disk = of("disk", DoctorTest.look(computer, true));

                assertThat(disk.finding().reason()).isEqualTo("full");
                assertThat(disk.finding().detail().english()).isEqualTo("0 MB are free.");
                assertThat(disk.fixed()).isFalse();
                assertThat(computer.tree()).isEqualTo(before);
            } finally {
                run("umount", containers.toString());
            }
        }
    }

    @Test
    void storeThatIsReadOnly_isNamed_andWritableOnceMore() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            String containers = computer.directories.containers().toString();
            assumeThat(run("mount", "--bind", "-o", "ro", containers, containers))
                    .as("only root may mount")
                    .startsWith("0");
            try {
                Map<String, String> before = computer.tree();

                Examined store = of("store", DoctorTest.look(computer, true));

                assertThat(store.finding().verdict()).isEqualTo(Verdict.PROBLEM);
                assertThat(store.finding().reason()).isEqualTo("not-writable");
                assertThat(store.finding().detail().english()).contains(containers);
                assertThat(store.fixed()).isFalse();
                assertThat(computer.tree()).isEqualTo(before);
            } finally {
                run("umount", containers);
            }
            assertThat(of("store", DoctorTest.look(computer, false)).finding().verdict())
                    .isEqualTo(Verdict.OK);
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            for (int written = 0; written < 1024; written++) {
                out.write(block);
            }
            throw new AssertionError("the disk is larger than it was made");
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        assertThat(run("chmod", "600", file.toString())).startsWith("0");
    }

    @Test
    void rootThatIsNotTrusted_isNamed_andTrustedForServersAlone() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Path database = service(computer);
            run("certutil", "-N", "-d", "sql:" + database, "--empty-password");
            assertThat(verdict(DoctorTest.look(computer, false))).isEqualTo("WARNING missing");

            assertThat(of(ROOTS, DoctorTest.look(computer, true)).fixed()).isTrue();

            assertThat(run("certutil", "-L", "-d", "sql:" + database)).containsPattern("Корень сервиса +C,,");
            assertThat(verdict(DoctorTest.look(computer, false))).isEqualTo("OK ");
        }
    }

    @Test
    void rootThatLostItsTrust_isNamed_andTrustedAgain() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Path database = service(computer);
            assertThat(of(ROOTS, DoctorTest.look(computer, true)).fixed()).isTrue();
            run("certutil", "-M", "-d", "sql:" + database, "-n", "Корень сервиса", "-t", ",,");
            assertThat(verdict(DoctorTest.look(computer, false))).isEqualTo("PROBLEM differs");

            assertThat(of(ROOTS, DoctorTest.look(computer, true)).fixed()).isTrue();
            assertThat(run("certutil", "-L", "-d", "sql:" + database)).containsPattern("Корень сервиса +C,,");
        }
    }

    @Test
    void rootThatThePersonDistrusts_isNamed_andStaysDistrusted() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Path database = service(computer);
            assertThat(of(ROOTS, DoctorTest.look(computer, true)).fixed()).isTrue();
            run("certutil", "-M", "-d", "sql:" + database, "-n", "Корень сервиса", "-t", "p,,");

            Examined examined = of(ROOTS, DoctorTest.look(computer, true));

            assertThat(examined.finding().verdict() + " " + examined.finding().reason())
                    .isEqualTo("PROBLEM blocked");
            assertThat(examined.fixed()).isFalse();
            assertThat(run("certutil", "-L", "-d", "sql:" + database)).containsPattern("Корень сервиса +p,,");
        }
    }

    @Test
    void databaseThatIsDamaged_isNamed_andNotTouched() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Path database = service(computer);
            Files.createDirectories(database);
            computer.write("home/anna/.pki/nssdb/cert9.db", "no database");

            Examined examined = of(ROOTS, DoctorTest.look(computer, true));

            assertThat(examined.finding().verdict())
                    .as("what is in it cannot be told")
                    .isEqualTo(Verdict.UNKNOWN);
            assertThat(examined.repairable()).isFalse();
            assertThat(database.resolve("cert9.db")).hasContent("no database");
        }
    }

    /** A service with a root of its own. */
    private static Path service(SampleComputer computer) throws IOException {
        String root = Base64.getEncoder()
                .encodeToString(TestAuthority.root(KeyAlgorithm.EC_P256, "Корень сервиса")
                        .certificate()
                        .getEncoded());
        computer.settings(
                TestAuthority.root(KeyAlgorithm.EC_P256, "Корень УЦ"),
                ",\"services\":[{\"name\":\"extern\",\"title\":{\"ru\":\"Экстерн\",\"en\":\"Extern\"},\"roots\":[\""
                        + root + "\"]}]");
        Path database = computer.home.resolve(".pki/nssdb");
        Files.createDirectories(database);
        return database;
    }

    private static String verdict(List<Examined> all) {
        Examined roots = of(ROOTS, all);
        return roots.finding().verdict()
                + (roots.finding().verdict() == Verdict.OK
                        ? " "
                        : " " + roots.finding().reason());
    }

    private static Examined of(String check, List<Examined> all) {
        return all.stream()
                .filter(each -> each.finding().check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError(check + " is not among " + all));
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() + "\n" + said;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
