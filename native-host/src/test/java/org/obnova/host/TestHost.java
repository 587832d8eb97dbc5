// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.command.Commands;
import org.obnova.host.command.Dispatcher;
import org.obnova.host.command.ShownToPages;
import org.obnova.host.log.EventLog;
import org.obnova.host.log.FileLog;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.person.FakePerson;
import org.obnova.host.person.FakePins;
import org.obnova.host.person.FakeProgramsPerson;
import org.obnova.host.person.FakeRestart;
import org.obnova.host.person.FakeSitesPerson;
import org.obnova.host.person.FakeTransfers;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.nss.NssPlaces;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.personalstore.nss.NssStores;
import org.obnova.host.platform.Directories;
import org.obnova.host.protocol.Schemas;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.module.Processor;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.OperatingSystem;
import org.obnova.host.workstation.SystemRoot;

/** The whole host in this process but for its windows, which a {@link FakePerson} answers; each message is held against its schema. */
final class TestHost {
    static final String ORIGIN = "https://ca.example";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakePerson person = new FakePerson();
    private final List<String> reports = new ArrayList<>();
    private final FakeRestart restarts = new FakeRestart();
    private final FakeSitesPerson sitesPerson = new FakeSitesPerson();
    private final FakeTransfers transfers = new FakeTransfers();
    private final List<JsonNode> progress = new ArrayList<>();
    private final Path home;
    private final HostServices services;
    private final Dispatcher dispatcher;
    private final FrameReader replies;
    private int id;

    TestHost(Path home, InstantSource clock) throws IOException {
        this.home = home;
        Prompts prompts = new Prompts(
                person,
                sitesPerson,
                person,
                person,
                new FakePins(),
                person,
                person,
                (task, storage, algorithm) -> KeyMakingPrompt.nothing(task),
                person,
                transfers,
                new FakeProgramsPerson(),
                person,
                person,
                (task, text) -> reports.add(text),
                restarts);
        this.services = new HostServices(clock, new Environment() {
            @Override
            public Directories directories() {
                return new Directories(
                        home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
            }

            @Override
            public Supplier<List<PersonalStore>> personalStores() {
                NssPlaces places = new NssPlaces(home.resolve("person"), Map.of());
                return new NssStores(places, new NssProcess(LaunchCommand.ofThisProgram()));
            }

            @Override
            public Path administratorsSettings() {
                return home.resolve("administrator.json");
            }

            @Override
            public SystemRoot root() {
                return new SystemRoot(
                        home.resolve("root"), home.resolve("root/home/anna"), Map.of(), OperatingSystem.LINUX);
            }

            @Override
            public ComputerRestart computerRestart() {
                return restarts;
            }

            @Override
            public Optional<Path> launcher() {
                return Optional.of(Path.of("/opt/obnova/bin/obnova-host"));
            }

            @Override
            public DiagnosticsPorts diagnostics(Supplier<RememberedPins> pins, EventLog log, InstantSource clock) {
                return new DiagnosticsPorts(
                        root(),
                        administratorsSettings(),
                        new Surroundings(
                                Surroundings.SystemKind.LINUX, Processor.X86_64, home.resolve("root"), Map.of(), -1),
                        folder -> 1L << 40,
                        NoRememberedPins::new,
                        () -> true,
                        module -> Optional.empty(),
                        home.resolve("root/opt/obnova/lib"),
                        lib -> true);
            }

            @Override
            public Prompts prompts(Directories directories) {
                return prompts;
            }
        });
        PipedInputStream read = new PipedInputStream(4 * 1024 * 1024);
        FrameWriter writer = new FrameWriter(new PipedOutputStream(read), () -> {});
        this.dispatcher = new Dispatcher(
                () -> {},
                new Commands(services, writer),
                writer,
                new FileLog(() -> home.resolve("host.log"), clock),
                () -> ShownToPages.of(services.root()));
        this.replies = new FrameReader(read);
    }

    FakeTransfers transfers() {
        return transfers;
    }

    FakeRestart restarts() {
        return restarts;
    }

    /** The reports that the person was shown, and agreed to. */
    List<String> reports() {
        return reports;
    }

    FakeSitesPerson sitesPerson() {
        return sitesPerson;
    }

    FakePerson person() {
        return person;
    }

    /** The site {@link #ORIGIN} and these anchors, base64. */
    void configure(String... anchors) throws IOException {
        Files.createDirectories(home.resolve("config"));
        // Not the modules of the machine that runs the tests.
        ObjectNode settings = JSON.createObjectNode().put("formatVersion", 1).put("knownModules", false);
        settings.putArray("sites")
                .addObject()
                .put("origin", ORIGIN)
                .put("renewalUrl", ORIGIN + "/renewals/new")
                .putObject("name")
                .put("ru", "Тестовый УЦ")
                .put("en", "Test CA");
        List.of(anchors).forEach(settings.withArray("anchors")::add);
        Files.writeString(home.resolve("config/host.json"), settings.toString());
    }

    Settings settings() {
        return services.settings();
    }

    static ObjectNode site() {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("site").put("origin", ORIGIN).put("document", "page-1");
        return params;
    }

    static ObjectNode params() {
        return JSON.createObjectNode();
    }

    /** Asks, and gives the result. */
    JsonNode ask(String method, ObjectNode params) throws IOException {
        assertThat(Schemas.complaints(method + ".params", params.toString())).isEmpty();
        JsonNode reply = exchange(method, params);
        assertThat(reply.has("result")).as("%s", reply).isTrue();
        assertThat(Schemas.complaints("result", reply.toString())).isEmpty();
        assertThat(Schemas.complaints(method + ".result", reply.get("result").toString()))
                .as("%s", reply)
                .isEmpty();
        return reply.get("result");
    }

    /** Asks, and gives the name of the error. */
    String fail(String method, ObjectNode params) throws IOException {
        JsonNode reply = exchange(method, params);
        assertThat(reply.has("error")).as("%s", reply).isTrue();
        assertThat(Schemas.complaints("error", reply.toString())).isEmpty();
        return reply.get("error").get("data").get("name").asText();
    }

    /** The steps that the last request went through. */
    List<String> steps() {
        return progress.stream()
                .map(each -> each.get("params").get("step").asText())
                .distinct()
                .toList();
    }

    private JsonNode exchange(String method, ObjectNode params) throws IOException {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ++id).put("method", method);
        request.set("params", params);
        progress.clear();
        dispatcher.accept(request.toString().getBytes(StandardCharsets.UTF_8));
        while (true) {
            byte[] frame = replies.read();
            assertThat(frame).isNotNull();
            JsonNode message = JSON.readTree(frame);
            if (!message.has("method")) {
                assertThat(message.get("id").asInt()).isEqualTo(id);
                return message;
            }
            String notification = message.get("method").asText();
            assertThat(Schemas.complaints(notification, message.toString())).isEmpty();
            if (notification.equals("progress")) {
                progress.add(message);
            }
        }
    }
}
