// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.obnova.testkit.journey.Artefacts;
import org.obnova.testkit.journey.Renewal;
import org.obnova.testkit.journey.Steps;

/**
 * Walks the whole renewal by itself and leaves what came of it in a folder. Usage: {@code DemoWalk FOLDER gost256|gost512|ec|rsa}.
 * What it leaves is checked by {@code installer/verify.sh}, not here.
 */
public final class DemoWalk {
    /** The demo's accountant. */
    public static final String PHONE = "+7 900 000-00-01";

    private static final String CONTAINER_PASSWORD = "obnova-demo";
    private static final String BACKUP_PASSWORD = "obnova-demo-backup";

    private final Path folder;
    private final String algorithm;
    private final PrintStream out;

    private DemoWalk(Path folder, String algorithm, PrintStream out) {
        this.folder = folder;
        this.algorithm = algorithm;
        this.out = out;
    }

    /** Ends with status 0 when every step was walked. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: DemoWalk FOLDER gost256|gost512|ec|rsa");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new DemoWalk(Path.of(arguments[0]).toAbsolutePath(), arguments[1], out).walk();
    }

    private void walk() throws IOException {
        empty(folder);
        Path work = folder.resolve("work");
        long start = System.nanoTime();
        try (DemoServer server = DemoServer.start(work.resolve("server"), algorithm, 1);
                Workplace workplace = Workplace.open(work, folder, Checkout.find(), server)) {
            for (Path container : Artefacts.containers(server.handout())) {
                if (container.getFileName().toString().startsWith("korableva-")) {
                    workplace.bring(container);
                }
            }
            out.printf("%6.2f s  started: CA, portals, display, browser%n", (System.nanoTime() - start) / 1e9);
            renew(server, workplace, work.resolve("backup"));
        }
    }

    private void renew(DemoServer server, Workplace workplace, Path backup) throws IOException {
        Files.createDirectories(backup);
        List<Path> before = Artefacts.containers(workplace.home().containers());
        workplace
                .person()
                .knows(server.handoutPassword())
                .wantsPassword(CONTAINER_PASSWORD)
                .wantsBackup(backup, BACKUP_PASSWORD);
        Renewal renewal = new Renewal(workplace, server);
        Artefacts artefacts = new Artefacts(workplace, folder);
        Steps steps = new Steps(out, workplace.person());
        steps.step("portal: «Обновить сертификат» offered", renewal::openPortal);
        steps.step("portal: button pressed", renewal::pressOffer);
        steps.step("cabinet: logged in by a call's code", () -> renewal.logIn(PHONE));
        steps.step("cabinet: data confirmed", renewal::confirmData);
        steps.step("statement signed with the present certificate", renewal::signStatement);
        steps.step("key and request made", renewal::issue);
        steps.step("certificate issued", renewal::awaitIssued);
        steps.step("receipt signed with the present certificate", renewal::signReceipt);
        workplace.person().knows(CONTAINER_PASSWORD);
        steps.step("certificate installed beside its key", renewal::install);
        steps.step("backup made and proven", renewal::backUp);
        steps.step("artefacts collected", () -> {
            artefacts.download(renewal.application());
            artefacts.copyContainer(workplace.home().containers(), before, "container.p12");
            artefacts.copyContainer(backup, List.of(), "backup.p12");
            Files.writeString(folder.resolve("container-password.txt"), CONTAINER_PASSWORD);
            Files.writeString(folder.resolve("backup-password.txt"), BACKUP_PASSWORD);
        });
        steps.step("portal: logged in with the new certificate", renewal::logInWithNewCertificate);
        steps.write(folder.resolve("timings.json"));
        out.println("Passwords: container «" + CONTAINER_PASSWORD + "», backup «" + BACKUP_PASSWORD + "».");
    }

    /** A new walk begins with an empty folder. */
    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(folder);
    }
}
