// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A stranger's view of a token: {@code pkcs11-tool} of OpenSC with a module. */
public final class Pkcs11Tool {
    /**
     * What a run gave.
     *
     * @param status 128 + signal where one ended it
     * @param output standard output and error
     */
    public record Run(int status, String output) {
        /** Whether it succeeded. */
        public boolean ok() {
            return status == 0;
        }
    }

    private static final Pattern POINT = Pattern.compile("VALUE: +((?:[0-9a-f]+\\s+)+)");

    private final Path module;
    private final Path folder;
    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));

    /** With this module; relative file names lie in the folder. */
    public Pkcs11Tool(Path module, Path folder) {
        this.module = module;
        this.folder = folder;
    }

    /** With one more variable of the environment. */
    public Pkcs11Tool with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Started by these words. */
    public Pkcs11Tool through(List<String> words) {
        prefix.addAll(words);
        return this;
    }

    /** Leaves the test out, and says so, where a program that it needs is not installed. */
    public static void assumeInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean found = List.of((path + ":/usr/sbin:/sbin").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(found, program + " is not installed");
    }

    /** Starts the tool. */
    public Process start(Path output, String... arguments) {
        assumeInstalled("pkcs11-tool");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("pkcs11-tool", "--module", module.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the tool to its end. */
    public Run run(String... arguments) {
        try {
            Path output = Files.createTempFile(folder, "pkcs11-tool", ".txt");
            Process process = start(output, arguments);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("pkcs11-tool hangs: " + String.join(" ", arguments));
            }
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs the tool, which must succeed; its output. */
    public String must(String... arguments) {
        Run run = run(arguments);
        if (!run.ok()) {
            throw new AssertionError("pkcs11-tool " + String.join(" ", arguments) + "\n" + run.output());
        }
        return run.output();
    }

    /** As {@link #must}, as the user. */
    public String mustAsUser(String pin, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--login", "--pin", pin));
        all.addAll(List.of(arguments));
        return must(all.toArray(String[]::new));
    }

    /** The value of the only GOST public key that a listing shows. */
    public static byte[] gostPoint(String listing) {
        Matcher found = POINT.matcher(listing);
        if (!found.find()) {
            throw new AssertionError("no public key in " + listing);
        }
        return HexFormat.of().parseHex(found.group(1).replaceAll("\\s", ""));
    }
}
