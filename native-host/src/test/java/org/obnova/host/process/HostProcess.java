// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** The host as a browser starts it: a process of its own, spoken to in frames. Its home is a folder of the test's. */
final class HostProcess implements AutoCloseable {
    static final String OUR_ORIGIN = "chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani/";

    private static final int MAX_SECONDS = 30;

    private final Process process;
    private final OutputStream in;
    private final InputStream out;

    private HostProcess(Process process) {
        this.process = process;
        this.in = process.getOutputStream();
        this.out = process.getInputStream();
    }

    static HostProcess start(Path home, String... arguments) throws IOException {
        return start(home, Map.of(), arguments);
    }

    static HostProcess start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obnova.host.Main"));
        command.addAll(List.of(arguments));
        return startCommand(home, environment, command);
    }

    /** A host by any command, such as the packaged one's. */
    static HostProcess startCommand(Path home, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(home.resolve("stderr").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("DISPLAY"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return new HostProcess(builder.start());
    }

    void send(String json) throws IOException {
        send(json.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] content) throws IOException {
        sendRaw(ByteBuffer.allocate(content.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .put(content)
                .array());
    }

    void sendRaw(byte[] octets) throws IOException {
        in.write(octets);
        in.flush();
    }

    void closeInput() throws IOException {
        in.close();
    }

    /** The next frame; fails where the host ends first. */
    String receive() throws IOException {
        byte[] header = out.readNBytes(4);
        if (header.length < 4) {
            throw new IOException("the host has ended");
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return new String(out.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** The next frame that is no progress. */
    Reply reply() throws IOException, JsonException {
        while (true) {
            Reply reply = message();
            if (!reply.text("method").equals("progress")) {
                return reply;
            }
        }
    }

    /** The next frame. */
    Reply message() throws IOException, JsonException {
        return new Reply(JsonText.read(receive().getBytes(StandardCharsets.UTF_8)));
    }

    /** Nothing more comes. */
    boolean isSilent() throws IOException {
        return out.read() < 0;
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the host lives on");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends it as a crash would; a second time does nothing. */
    void kill() {
        // Its driver processes write files of the test's: they must have ended before the folder is removed.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(each -> each.onExit().join());
    }

    /** A reply taken apart. */
    record Reply(Json whole) {
        Json at(String... path) {
            Json value = whole;
            for (String name : path) {
                Json inner =
                        value instanceof Json.Members members ? members.byName().get(name) : null;
                value = inner == null ? new Json.Null() : inner;
            }
            return value;
        }

        String text(String... path) {
            return at(path) instanceof Json.Text text ? text.value() : "";
        }

        String errorName() {
            return text("error", "data", "name");
        }

        boolean isResult() {
            return at("result") instanceof Json.Members;
        }
    }
}
