// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/**
 * A folder of managed policies as it is now. Of one policy in several files the last file's counts, by name (Chromium, {@code config_dir_policy_loader.cc}); Firefox has one file.
 *
 * @param files by name
 */
record PolicyFolder(Path folder, Map<Path, Json> files) {
    /**
     * Reads it.
     *
     * @throws Fault {@code TARGET_UNREADABLE} where a file is no object of JSON
     */
    static PolicyFolder read(Path folder) {
        Map<Path, Json> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.json")) {
            for (Path each : all) {
                files.put(each, read(each, KeptFiles.read(each).orElse(new byte[0])));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new PolicyFolder(folder, Map.of());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return new PolicyFolder(folder, files);
    }

    /**
     * One file that is all the browser reads of its folder (Firefox).
     *
     * @param otherwise what it reads where the file is not there: an object of JSON; need not be there
     */
    static PolicyFolder alone(Path file, Path otherwise) {
        for (Path each : java.util.List.of(file, otherwise)) {
            Optional<byte[]> content = KeptFiles.read(each);
            if (content.isPresent()) {
                return new PolicyFolder(file, Map.of(file, read(each, content.get())));
            }
        }
        return new PolicyFolder(file, Map.of());
    }

    static Json read(Path file, byte[] content) {
        try {
            Json json = JsonText.read(content);
            if (json instanceof Json.Members) {
                return json;
            }
        } catch (JsonException e) {
            throw unreadable(file, e);
        }
        throw unreadable(file, null);
    }

    private static Fault unreadable(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new Fault(
                ErrorCode.TARGET_UNREADABLE, "policies that cannot be read", Map.of("place", file.toString()), cause);
    }

    /** The file whose word on a policy counts. */
    Optional<Path> fileOf(String policy) {
        return files.entrySet().stream()
                .filter(each -> JsonTree.find(each.getValue(), java.util.List.of(policy))
                        .isPresent())
                .map(Map.Entry::getKey)
                .reduce((_, last) -> last);
    }

    /** What counts of all files together. */
    Json whole() {
        Map<String, Json> whole = new TreeMap<>();
        for (Json each : files.values()) {
            if (each instanceof Json.Members members) {
                whole.putAll(members.byName());
            }
        }
        return new Json.Members(whole);
    }
}
