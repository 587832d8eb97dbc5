// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.protocol;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of {@code doc/schema}. */
public final class Schemas {
    private static final String BASE = "https://obnova.org/protocol/1/";
    private static final Map<String, String> BY_ID = read();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(BY_ID));

    private Schemas() {}

    /** What is wrong with the message; empty when nothing is. */
    public static List<String> complaints(String schema, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + schema + ".json")).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The names of all schemas. */
    public static List<String> names() {
        return BY_ID.keySet().stream()
                .map(id -> id.substring(BASE.length(), id.length() - ".json".length()))
                .sorted()
                .toList();
    }

    private static Map<String, String> read() {
        try (Stream<Path> files = Files.list(Path.of("doc/schema"))) {
            return files.collect(Collectors.toMap(file -> BASE + file.getFileName(), Schemas::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
