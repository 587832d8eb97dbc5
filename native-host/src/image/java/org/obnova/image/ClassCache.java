// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cache of loaded and linked classes that lies beside the jars.
 *
 * <p>It is made from a list of classes and not from a recorded run, because a recorded run would have to have exactly the
 * class path of the image, and so the rehearsal would have to lie in the image. The list is what the rehearsals loaded,
 * less the rehearsals themselves.
 */
final class ClassCache {
    private static final String OWN = "org/obnova/image/";

    private static final String LOG = "log";

    private static final long LONGEST_SECONDS = 90;

    private static final int ATTEMPTS = 2;

    private final Path java;
    private final Launcher launcher;
    private final List<Path> jars;
    private final Path rehearsals;
    private final Path work;

    ClassCache(Path java, Launcher launcher, List<Path> jars, Path rehearsals, Path work) {
        this.java = java;
        this.launcher = launcher;
        this.jars = jars;
        this.rehearsals = rehearsals;
        this.work = work;
    }

    void write(Path cache) throws IOException, InterruptedException {
        Path list = work.resolve("classes");
        Files.write(list, rehearse());
        List<String> command = command(jars);
        command.add("-Xshare:dump");
        // Linked classes would all be loaded at each start, thousands of windows and algorithms for
        // a hello; like this they are taken from the cache one by one as they are needed.
        command.add("-XX:-AOTClassLinking");
        command.add("-XX:SharedClassListFile=" + list);
        command.add("-XX:SharedArchiveFile=" + cache);
        Process dump = start(command, work, Map.of());
        dump.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (dump.waitFor() != 0) {
            throw new IOException(
                    "no class cache: " + String.join(" ", command) + "\n" + Files.readString(work.resolve(LOG)));
        }
        // Whoever may write the cache may put code into the host.
        if (!cache.toFile().setReadOnly()) {
            throw new IOException("cannot make read-only: " + cache);
        }
    }

    private Set<String> rehearse() throws IOException, InterruptedException {
        try (RehearsalIssuer issuer = new RehearsalIssuer();
                @Nullable VirtualDisplay display = VirtualDisplay.start(work.resolve("display.log"))) {
            if (display == null) {
                System.out.println(
                        "No Xvfb here: the class cache is made without the windows, which will open slower.");
            }
            Set<String> classes = new LinkedHashSet<>();
            for (Rehearsal rehearsal : Rehearsal.all(issuer)) {
                if (!rehearsal.windows() || display != null) {
                    classes.addAll(rehearsed(rehearsal, issuer, display));
                }
            }
            return classes;
        }
    }

    /** On a busy computer a window may be pressed too late: then once more from the beginning; what both loaded counts. */
    private Set<String> rehearsed(Rehearsal rehearsal, RehearsalIssuer issuer, @Nullable VirtualDisplay display)
            throws IOException, InterruptedException {
        Set<String> classes = new LinkedHashSet<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path folder = Files.createDirectories(work.resolve(rehearsal.name() + "-" + attempt));
            issuer.writeSettings(folder.resolve("config"));
            IOException stopped = rehearse(rehearsal, folder, display);
            classes.addAll(classesOf(folder));
            if (stopped == null) {
                return classes;
            }
            System.out.println("Rehearsal of " + rehearsal.name() + " stopped early (attempt " + attempt + " of "
                    + ATTEMPTS + ", each at most " + LONGEST_SECONDS + " seconds): " + stopped + ", see "
                    + folder.resolve(LOG));
        }
        // The image works without the other classes, only slower; a test looks for them.
        return classes;
    }

    /** Returns why it stopped early; null where it did not. */
    private @Nullable IOException rehearse(Rehearsal rehearsal, Path folder, @Nullable VirtualDisplay display)
            throws IOException, InterruptedException {
        Path list = list(folder);
        List<Path> classPath = new ArrayList<>(jars);
        classPath.add(rehearsals);
        List<String> command = command(classPath);
        // A cache refuses folders on the class path; no cache is in use here.
        command.add("-Xshare:off");
        command.add("-XX:DumpLoadedClassList=" + list);
        command.addAll(rehearsal.arguments());
        Process host = start(command, folder, environment(folder, display));
        CompletableFuture<Boolean> end = host.onExit()
                .completeOnTimeout(host, LONGEST_SECONDS, TimeUnit.SECONDS)
                .thenApply(ended -> ended.destroyForcibly().equals(host));
        @Nullable IOException stopped = null;
        try (Browser browser = new Browser(host)) {
            rehearsal.talk().with(browser);
        } catch (IOException e) {
            stopped = e;
        }
        end.join();
        return stopped;
    }

    private static List<String> classesOf(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(list(folder))) {
            // Numbers would have to be unique over all lists, and only classes of other class loaders need them.
            return lines.filter(line -> !line.startsWith(OWN) && !line.startsWith("@cp " + OWN))
                    .filter(line -> !line.contains(" source: "))
                    .map(line -> line.replaceFirst(" id: \\d+$", ""))
                    .toList();
        }
    }

    private static Path list(Path folder) {
        return folder.resolve("classes");
    }

    private static Map<String, String> environment(Path home, @Nullable VirtualDisplay display) {
        String folder = home.toString();
        Map<String, String> own = Map.of(
                "HOME", folder,
                "XDG_DATA_HOME", folder + "/data",
                "XDG_STATE_HOME", folder + "/state",
                "XDG_CONFIG_HOME", folder + "/config",
                "XDG_RUNTIME_DIR", folder);
        if (display == null) {
            return own;
        }
        var all = new HashMap<>(own);
        all.put("DISPLAY", display.name());
        return all;
    }

    private List<String> command(List<Path> classPath) {
        return new ArrayList<>(List.of(
                java.toString(),
                "@" + launcher.options(),
                "-Djava.library.path=" + launcher.options().getParent(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
    }

    private static Process start(List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve(LOG).toFile());
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH", "DISPLAY")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
