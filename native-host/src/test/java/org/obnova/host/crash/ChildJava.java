// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.crash.Sweep.Start;
import org.obnova.host.fault.Fault;

/** Starts Java for a flow in a fraction of a second: the classes are packed and linked beforehand, once. */
final class ChildJava {
    /** The host, its tests, and the library: what flows are made of. */
    private static final List<Class<?>> NEEDED =
            List.of(Fault.class, Subject.class, ASN1Object.class, ContentInfo.class, X509CertificateHolder.class);

    private final List<String> start = new ArrayList<>();

    /** Packs, and links what these flows use. */
    ChildJava(Path folder, List<Start> flows) throws IOException {
        List<String> jars = new ArrayList<>();
        for (Class<?> each : NEEDED) {
            String jar = jar(folder, each).toString();
            if (!jars.contains(jar)) {
                jars.add(jar);
            }
        }
        start.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                // It would be a file that is written outside.
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-cp",
                String.join(File.pathSeparator, jars)));
        Path archive = folder.resolve("linked.jsa");
        train(folder, archive, flows);
        start.add(1, "-XX:SharedArchiveFile=" + archive);
        start.add(1, "-Xshare:auto");
    }

    /** The command that runs the flow over the desk. */
    List<String> command(Flow flow, Desk desk) {
        List<String> command = new ArrayList<>(start);
        command.add("-Djava.io.tmpdir=" + desk.temporary());
        command.add(Subject.class.getName());
        command.addAll(Subject.arguments(flow, desk));
        return command;
    }

    private void train(Path folder, Path archive, List<Start> flows) throws IOException {
        List<String> command = new ArrayList<>(start);
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.add(Subject.class.getName());
        flows.forEach(each -> command.addAll(Subject.arguments(each.flow(), each.desk())));
        Path said = folder.resolve("training");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("no flow runs: " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Only jars can be linked beforehand; folders of classes are packed. */
    private static Path jar(Path folder, Class<?> inside) {
        try {
            URI location =
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path there = Path.of(location);
            if (!Files.isDirectory(there)) {
                return there;
            }
            Path jar = folder.resolve(inside.getSimpleName() + ".jar");
            int status = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(
                            System.err,
                            System.err,
                            "--create",
                            "--no-compress",
                            "--file",
                            jar.toString(),
                            "-C",
                            there.toString(),
                            "org");
            if (status != 0) {
                throw new AssertionError("cannot pack " + there);
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
