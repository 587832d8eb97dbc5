// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of bench.sh. Arguments: the image of the host, a folder for files, the number of rounds. The yardsticks run on
 * the image's runtime with the host's options, each with a class cache of its own.
 */
final class Bench {
    private static final String HELLO =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":{\"protocol\":1,\"version\":\"0.1.0\",\"language\":\"ru\"}}";
    private static final List<String> BROWSER = List.of("chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani/");

    private final Path image;
    private final Path work;
    private final int rounds;

    private Bench(Path image, Path work, int rounds) {
        this.image = image;
        this.work = work;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Bench bench = new Bench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        bench.compareStarts();
        if (System.getenv("DISPLAY") == null) {
            System.out.println("Windows: no display, not measured.");
        } else {
            bench.compareWindows();
        }
    }

    private void compareStarts() throws IOException, InterruptedException {
        List<String> yardstick = yardstick("TenLines", frame());
        List<String> host = new ArrayList<>(List.of(image.resolve("bin/obnova-host").toString()));
        host.addAll(BROWSER);
        new Race("start to hello reply", () -> reply(host), () -> reply(yardstick), rounds).print();
    }

    private void compareWindows() throws IOException, InterruptedException {
        List<String> yardstick = yardstick("TenLineWindow", new byte[0]);
        List<String> host = List.of(
                image.resolve("bin/obnova-host").toString(),
                "entropy",
                "--record",
                work.resolve("samples").toString());
        new Race("entropy window on the screen", () -> window(host), () -> window(yardstick), Math.max(5, rounds / 2))
                .print();
    }

    /** Makes the program's class cache by running it once, and returns its command. */
    private List<String> yardstick(String name, byte[] input) throws IOException, InterruptedException {
        Path cache = work.resolve(name + ".aot");
        Files.deleteIfExists(cache);
        List<String> command = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(),
                "@" + image.resolve("lib/obnova-host.options"),
                "-XX:AOTCache=" + cache,
                "-cp",
                work.resolve("yardsticks.jar").toString(),
                name));
        List<String> training = new ArrayList<>(command);
        training.set(2, "-XX:AOTCacheOutput=" + cache);
        if (input.length == 0) {
            training.add("end");
        }
        Process process = start(training);
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        }
        process.waitFor();
        if (!Files.exists(cache)) {
            throw new IOException("no class cache for " + name);
        }
        return command;
    }

    private Race.Lap reply(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        try (OutputStream to = process.getOutputStream();
                DataInputStream from = new DataInputStream(process.getInputStream())) {
            to.write(frame());
            to.flush();
            from.readNBytes(Integer.reverseBytes(from.readInt()));
            double time = (System.nanoTime() - start) / 1e6;
            double memory = peak(process);
            to.close();
            process.waitFor();
            return new Race.Lap(time, memory);
        }
    }

    private Race.Lap window(List<String> command) throws IOException, InterruptedException {
        try (WindowWatch watch = WindowWatch.start()) {
            long start = System.nanoTime();
            Process process = start(command);
            // A program that ends without a window must not leave us waiting.
            process.onExit().thenRun(watch::close);
            watch.next();
            double time = (System.nanoTime() - start) / 1e6;
            double memory = peak(process);
            process.destroyForcibly().waitFor();
            return new Race.Lap(time, memory);
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        work.resolve("stderr").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "HOME", work.toString(),
                        "XDG_DATA_HOME", work + "/data",
                        "XDG_STATE_HOME", work + "/state",
                        "XDG_CONFIG_HOME", work + "/config"));
        return builder.start();
    }

    /** The most memory that the process had resident, in MB of 10^6 bytes. */
    private static double peak(Process process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new IOException("no VmHWM");
    }

    private static byte[] frame() {
        byte[] json = HELLO.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /** Hears from the X server of each top-level window that is put on the screen. */
    private record WindowWatch(Process process, BufferedReader events) implements AutoCloseable {
        static WindowWatch start() throws IOException {
            Process process = new ProcessBuilder("stdbuf", "-oL", "xev", "-root", "-event", "substructure")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new WindowWatch(process, process.inputReader());
        }

        String next() throws IOException {
            boolean mapped = false;
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("MapNotify event")) {
                    mapped = true;
                } else if (mapped && line.contains("window")) {
                    return line.replaceAll(".*window (0x[0-9a-f]+).*", "$1");
                }
            }
            throw new IOException("it ended without a window");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
