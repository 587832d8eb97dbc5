// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of a throwaway home's host: the sites and trust anchors that the demo handed out, and no token but those named. The machine's own
 * PKCS#11 modules are not looked for: a test touches no token of its user, and waits for no driver.
 */
public final class HostSettings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode settings;

    private HostSettings(ObjectNode settings) {
        this.settings = settings;
    }

    /** As the demo handed them out. */
    public static HostSettings of(DemoServer server) throws IOException {
        ObjectNode settings =
                (ObjectNode) JSON.readTree(server.handout().resolve("host.json").toFile());
        settings.put("knownModules", false);
        return new HostSettings(settings);
    }

    /** With PKCS#11 modules. */
    public HostSettings modules(List<Path> modules) {
        ArrayNode entries = settings.putArray("modules");
        modules.forEach(
                module -> entries.addObject().put("path", module.toString()).put("name", "Obnova test token"));
        return this;
    }

    /** With mount points that count as removable drives. */
    public HostSettings drives(List<Path> points) {
        ArrayNode entries = settings.putArray("drives");
        points.forEach(point -> entries.add(point.toString()));
        return this;
    }

    /** With the administrator's word on remembering PINs: {@code allowed} or {@code forbidden}. */
    public HostSettings rememberPin(String word) {
        settings.put("rememberPin", word);
        return this;
    }

    /** With root certificates (DER in base64) that the first service needs. */
    public HostSettings roots(List<String> roots) {
        ObjectNode service = (ObjectNode) settings.get("services").get(0);
        roots.forEach(service.putArray("roots")::add);
        ((ArrayNode) service.get("needs")).add("roots");
        return this;
    }

    /** Writes them into a home. */
    public void write(ThrowawayHome home) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(home.settings().toFile(), settings);
    }
}
