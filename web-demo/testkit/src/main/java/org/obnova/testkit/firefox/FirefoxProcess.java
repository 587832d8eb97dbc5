// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A Firefox that was started for one session. */
final class FirefoxProcess implements AutoCloseable {
    /** Debian's name of the extended support release, and everybody else's of the other. */
    private static final List<Path> USUAL = List.of(Path.of("/usr/bin/firefox-esr"), Path.of("/usr/bin/firefox"));

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 20;

    private final Process process;
    private final Profile profile;
    private final Marionette marionette;

    private FirefoxProcess(Process process, Profile profile, Marionette marionette) {
        this.process = process;
        this.profile = profile;
        this.marionette = marionette;
    }

    /**
     * Starts it and waits until it can be driven.
     *
     * @param log to which its output is appended
     */
    static FirefoxProcess start(Wish.Start wish, Path log) throws IOException, InterruptedException {
        Profile profile = profile(wish.arguments());
        try {
            profile.prepare(wish.preferences());
            return start(wish, profile, log);
        } catch (IOException | InterruptedException e) {
            profile.forget();
            throw e;
        }
    }

    private static FirefoxProcess start(Wish.Start wish, Profile profile, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(wish, profile))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(wish.environment());
        builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
        Process process = builder.start();
        try {
            return new FirefoxProcess(process, profile, await(process, profile, log));
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly().waitFor();
            throw e;
        }
    }

    private static List<String> command(Wish.Start wish, Profile profile) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(wish.binary().isPresent() ? wish.binary().get() : usual().toString());
        command.add("--marionette");
        command.addAll(wish.arguments());
        if (profile.temporary()) {
            command.addAll(List.of("--profile", profile.folder().toString()));
        }
        return command;
    }

    private static Path usual() throws IOException {
        return USUAL.stream()
                .filter(java.nio.file.Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("Firefox is not installed: none of " + USUAL));
    }

    private static Profile profile(List<String> arguments) throws IOException {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("--profile") || arguments.get(i).equals("-profile")) {
                return Profile.at(Path.of(arguments.get(i + 1)));
            }
        }
        return Profile.make();
    }

    /** Firefox tells its port by a file, which is there a moment before somebody listens. */
    private static Marionette await(Process process, Profile profile, Path log)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            OptionalInt port = profile.port();
            if (port.isPresent()) {
                try {
                    return Marionette.connect(port.getAsInt());
                } catch (ConnectException e) {
                    // Not yet.
                }
            }
            if (process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("Firefox has ended with status " + process.exitValue() + "; see " + log);
            }
        }
        throw new IOException("Firefox cannot be driven after " + START.toSeconds() + " s; see " + log);
    }

    /** The connection to it. */
    Marionette marionette() {
        return marionette;
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until it has ended, which it was told to; ends it where it does not. */
    @Override
    public void close() {
        try (marionette) {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            profile.forget();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
