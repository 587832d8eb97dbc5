// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.storage.token.wire.Answer;
import org.obnova.host.storage.token.wire.Answers;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Calls;
import org.obnova.host.storage.token.wire.Frame;
import org.obnova.host.storage.token.wire.SlotFacts;

/** The driver process of the image as it is shipped, with a module that is not ours (SoftHSM2). */
@Timeout(120)
class PackagedDriverIT {
    private static final Path IMAGE = Path.of("target/obnova-host").toAbsolutePath();
    private static final Path LIB = IMAGE.resolve("lib");
    private static final List<String> SOFTHSM =
            List.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so");
    private static final int SIGSEGV = 11;

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init")
    private String module;

    @BeforeEach
    void prepareToken() throws IOException, InterruptedException {
        module = SOFTHSM.stream()
                .filter(each -> Files.exists(Path.of(each)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("softhsm2 is not installed"));
        Path store = Files.createDirectories(home.resolve("store"));
        Files.writeString(home.resolve("softhsm2.conf"), "directories.tokendir = " + store + "\n");
        assertThat(start(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                "Пробный",
                                "--pin",
                                "1234",
                                "--so-pin",
                                "5678")
                        .waitFor())
                .isZero();
    }

    @Test
    void launcher_listTheTokensOfAModule() throws IOException, InterruptedException {
        assertThat(labels(List.of(launcher()))).contains("Пробный");
    }

    @Test
    void host_listTheToken_throughItsDriverProcess() throws IOException, InterruptedException {
        Path settings = Files.createDirectories(home.resolve(".config/obnova")).resolve("host.json");
        Files.writeString(
                settings,
                "{\"formatVersion\":1,\"knownModules\":false,\"modules\":[{\"path\":\"" + module
                        + "\",\"name\":\"SoftHSM\"}]}");

        Process host = start("env", "-u", "XDG_CONFIG_HOME", "HOME=" + home, launcher(), "storages", "--json");

        assertThat(new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Пробный")
                .contains("\"notListed\":[]");
        assertThat(host.waitFor()).isZero();
    }

    /** With {@code on} the JVM refuses to start when it refuses the cache. */
    @Test
    void worker_takenFromTheCache() throws IOException, InterruptedException {
        Path loaded = home.resolve("loaded");
        List<String> command = new ArrayList<>(List.of(
                IMAGE.resolve("runtime/bin/java").toString(),
                "@" + LIB + "/obnova-host.options",
                "-XX:AOTCache=" + LIB + "/obnova-host.aot",
                "-XX:AOTMode=on",
                "-Djava.library.path=" + LIB,
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                classPath(),
                "org.obnova.host.Main"));

        assertThat(labels(command)).contains("Пробный");

        List<String> notCached = Files.readAllLines(loaded).stream()
                .filter(line -> line.matches(".* (org\\.obnova|iaik|org\\.xipki)\\..*"))
                .filter(line -> !line.contains("shared objects file"))
                .toList();
        assertThat(notCached).as("classes read from jars").isEmpty();
    }

    /** Where nothing in the folder for temporary files may be executed, nothing may be unpacked there. */
    @Test
    void worker_unpackNothing() throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(home.resolve("tmp"));

        assertThat(labels(List.of("env", "TMPDIR=" + temporary, launcher()))).isNotEmpty();

        assertThat(temporary).isEmptyDirectory();
        assertThat(LIB.resolve(System.mapLibraryName("pkcs11wrapper"))).isRegularFile();
    }

    /** The memory holds PINs and keys. */
    @Test
    void crash_leaveNoMemoryBehind() throws IOException, InterruptedException {
        Process worker = start(
                "/bin/sh",
                "-c",
                "ulimit -c unlimited 2>/dev/null; exec \"$@\"",
                "sh",
                launcher(),
                "driver-worker",
                module);
        assertThat(Answers.read(requireNonNull(Frame.readFrom(worker.getInputStream()))))
                .isInstanceOf(Answer.Started.class);
        assertThat(Files.readString(Path.of("/proc/" + worker.pid() + "/limits")))
                .containsPattern("Max core file size +0 +");

        assertThat(start("kill", "-" + SIGSEGV, Long.toString(worker.pid())).waitFor())
                .isZero();

        assertThat(worker.waitFor()).isNotZero();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("store", "softhsm2.conf", "stderr");
        }
    }

    private List<String> labels(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("driver-worker", module));
        Process worker = start(command.toArray(String[]::new));
        Calls.write(new Call.Slots(), worker.getOutputStream());
        assertThat(Answers.read(requireNonNull(Frame.readFrom(worker.getInputStream()))))
                .isInstanceOf(Answer.Started.class);
        Answer.Result answer = (Answer.Result) Answers.read(requireNonNull(Frame.readFrom(worker.getInputStream())));
        List<SlotFacts> slots = Answers.result(new Call.Slots(), answer.content());
        worker.getOutputStream().close();
        assertThat(worker.waitFor()).isZero();
        return slots.stream()
                .map(SlotFacts::token)
                .filter(token -> token != null)
                .map(token -> token.label())
                .toList();
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(home.resolve("stderr").toFile());
        builder.environment().put("SOFTHSM2_CONF", home.resolve("softhsm2.conf").toString());
        return builder.start();
    }

    private static String launcher() {
        return IMAGE.resolve("bin/obnova-host").toString();
    }

    private static String classPath() throws IOException {
        String script = Files.readString(IMAGE.resolve("bin/obnova-host"));
        int start = script.indexOf("-cp \"") + "-cp \"".length();
        String[] jars = script.substring(start, script.indexOf('"', start)).split(":", -1);
        return String.join(
                ":",
                Arrays.stream(jars)
                        .map(jar -> jar.replace("$lib", LIB.toString()))
                        .toList());
    }
}
