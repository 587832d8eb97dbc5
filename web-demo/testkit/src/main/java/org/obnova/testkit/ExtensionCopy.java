// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The extension as it is developed, but for loopback sites, which only a throwaway profile may know. Its key, hence its id, stays.
 *
 * @param folder what the browser loads
 * @param id the id by Chromium's rule
 * @param firefoxId the id that Firefox knows
 */
public record ExtensionCopy(Path folder, String id, String firefoxId) {
    private static final List<String> LOOPBACK =
            List.of("http://*.localhost/*", "http://localhost/*", "http://127.0.0.1/*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the sources and adds the loopback sites to the copy's manifest. */
    public static ExtensionCopy of(Path sources, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(sources.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path manifestFile = folder.resolve("manifest.json");
        ObjectNode manifest = (ObjectNode) JSON.readTree(manifestFile.toFile());
        add((ArrayNode) manifest.get("host_permissions"));
        for (JsonNode script : manifest.get("content_scripts")) {
            add((ArrayNode) script.get("matches"));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(manifestFile.toFile(), manifest);
        String firefoxId = manifest.at("/browser_specific_settings/gecko/id").asText();
        return new ExtensionCopy(folder, id(manifest.get("key").asText()), firefoxId);
    }

    /** Packs it into a file that Firefox installs (XPI: a ZIP archive with the manifest in its root). */
    public Path pack(Path xpi) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(xpi))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                archive.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, archive);
            }
        }
        return xpi;
    }

    private static void add(ArrayNode matches) {
        LOOPBACK.forEach(matches::add);
    }

    /** The first 128 bits of the SHA-256 of the key, in hexadecimal digits of a to p. */
    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key));
            StringBuilder id = new StringBuilder();
            HexFormat.of()
                    .formatHex(digest, 0, 16)
                    .chars()
                    .map(digit -> 'a' + new BigInteger(Character.toString(digit), 16).intValue())
                    .forEach(letter -> id.append((char) letter));
            return id.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
