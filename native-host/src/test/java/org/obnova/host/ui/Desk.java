// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.obnova.host.task.Language;

/** A display of its own without a window manager, the gallery on it, and a person with keyboard and mouse (xdotool). */
final class Desk implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    /** How often keys are pressed anew that came too late for a window that is deaf at first. */
    private static final int HASTE = 30;

    private final Process display;
    private final String name;
    private final Process gallery;
    private final Writer orders;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    /** How many windows were asked for and have not answered. */
    private int open;

    /**
     * @param runtime for the lock
     * @param prefix what the gallery's command line begins with, e.g. a session bus
     * @param options of its JVM
     * @param moreClasses what its class path has besides ours
     */
    Desk(Path runtime, List<String> prefix, List<String> options, String moreClasses) throws IOException {
        this.display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.name = ":" + reader(display).readLine().strip();
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + moreClasses,
                WindowGallery.class.getName(),
                runtime.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", name);
        builder.environment().remove("GTK_THEME");
        this.gallery = builder.start();
        this.orders = new OutputStreamWriter(gallery.getOutputStream(), StandardCharsets.UTF_8);
        BufferedReader reader = reader(gallery);
        Thread.ofVirtual().start(() -> reader.lines().forEach(told::add));
    }

    /** Whether all these programs are installed. */
    static boolean has(String... programs) {
        return Arrays.stream(programs)
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program))
                        || Files.isExecutable(Path.of("/usr/local/bin", program)));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Shows a window, and waits until it hears. */
    void showAndSettle(String window, Language language) throws IOException, InterruptedException {
        begin(window, language);
        settle();
    }

    private void begin(String window, Language language) throws IOException, InterruptedException {
        order("show " + window + " " + language);
        expect("waiting ");
    }

    /** Waits until the next window hears: the deafness of a window lasts 500 ms from when it has the keyboard. */
    void settle() throws IOException, InterruptedException {
        order("hear");
        expect("hears");
    }

    /** Shows a window and presses keys that find it deaf. Keys that came too late prove nothing: all is done again. */
    void showAndPressAtOnce(String window, Language language, String... keys) throws IOException, InterruptedException {
        for (int i = 0; i < HASTE; i++) {
            begin(window, language);
            order("watch");
            expect("watching");
            List<String> command = new ArrayList<>(List.of("key"));
            command.addAll(List.of(keys));
            xdotool(command.toArray(String[]::new));
            order("pressed " + keys.length);
            if (expect("pressed ").endsWith("early")) {
                return;
            }
            shut();
        }
        throw new IllegalStateException("the window " + window + " was never deaf when the keys came");
    }

    private String title(Language language) throws IOException, InterruptedException {
        return xdotool("search", "--onlyvisible", "--name", language == Language.RU ? "^Обнова: " : "^Obnova: ");
    }

    /** Whether no window is open, or none any more within a moment. */
    boolean isEmpty() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> title(Language.RU).isEmpty() && title(Language.EN).isEmpty());
        return true;
    }

    void press(String... keys) throws IOException, InterruptedException {
        for (String key : keys) {
            xdotool("key", key);
        }
    }

    /** Presses the key that chooses a card, until the card is chosen: only then may the test go on. */
    void choose(String key, String name) {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> {
            press(key);
            order("chosen");
            return expect("chosen ").contains(name);
        });
    }

    void type(String text) throws IOException, InterruptedException {
        xdotool("type", "--delay", "30", text);
    }

    /** Runs xdotool on this display; what it prints. */
    String xdotool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", name);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.strip();
    }

    void order(String line) throws IOException {
        open += line.startsWith("show ") ? 1 : 0;
        orders.write(line + "\n");
        orders.flush();
    }

    /** Cancels what a test has left open, so that its end does not fall into the next test. */
    void shut() throws IOException, InterruptedException {
        while (open > 0) {
            cancelTask();
            outcome();
        }
    }

    void cancelTask() throws IOException {
        order("cancel");
    }

    /** A picture of the screen, for the eye. */
    void shoot(Path folder, String window, Language language) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        order("shot " + folder.resolve(window + "-" + language.name().toLowerCase(Locale.ROOT) + ".png"));
        expect("shot");
    }

    /** The window has heard that the media are others now. */
    void expectMedia() throws InterruptedException {
        expect("media");
    }

    /** What was answered: {@code answer TEXT} or {@code fault CODE}. */
    String outcome() throws InterruptedException {
        return expect("");
    }

    /** Whether nothing was answered in this time. */
    boolean staysOpen(Duration time) throws InterruptedException {
        String line = told.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        if (line != null) {
            told.add(line);
        }
        return line == null;
    }

    private String expect(String start) throws InterruptedException {
        while (true) {
            String line = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("the gallery is silent, wanted: " + start);
            }
            open -= line.startsWith("answer ") || line.startsWith("fault ") ? 1 : 0;
            if (line.startsWith(start)) {
                return line;
            }
        }
    }

    /** The environment in which a program reaches the same display. */
    Map<String, String> environment() {
        return Map.of("DISPLAY", name);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        gallery.descendants().forEach(ProcessHandle::destroy);
        gallery.destroy();
        display.destroy();
    }
}
