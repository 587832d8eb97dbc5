// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The file {@code manifest.json} of a backup: {@code {"formatVersion": 1, "files": {"ca/gost256.p12": "<SHA-256, hex>", …}}}. It is written last: a folder
 * without it is no backup.
 *
 * @param files paths in the backup, with slashes, and their SHA-256
 */
record Manifest(SortedMap<String, String> files) {
    static final String NAME = "manifest.json";

    private static final int VERSION = 1;
    private static final int BUFFER = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the files that are there. */
    static Manifest of(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(NAME)) {
                    files.put(name, sha256(file));
                }
            }
        }
        return new Manifest(files);
    }

    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new BackupException("no backup: " + file + " is not there");
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root.path("formatVersion").asInt() != VERSION) {
            throw new BackupException("a backup of another version of this program");
        }
        SortedMap<String, String> files = new TreeMap<>();
        root.path("files")
                .properties()
                .forEach(each -> files.put(each.getKey(), each.getValue().asText()));
        return new Manifest(files);
    }

    byte[] bytes() throws IOException {
        ObjectNode root = JSON.createObjectNode().put("formatVersion", VERSION);
        ObjectNode all = root.putObject("files");
        files.forEach(all::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** Refuses a folder that is not exactly this. */
    void check(Path folder) throws IOException {
        SortedMap<String, String> present = of(folder).files();
        for (String name : files.keySet()) {
            if (!present.containsKey(name)) {
                throw new BackupException("missing in the backup: " + name);
            }
            if (!files.get(name).equals(present.get(name))) {
                throw new BackupException("changed in the backup: " + name);
            }
        }
        for (String name : present.keySet()) {
            if (!files.containsKey(name)) {
                throw new BackupException("not of the backup: " + name);
            }
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
