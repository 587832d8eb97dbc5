// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The profiles of Firefox and its kin, as {@code profiles.ini} tells of them: sections {@code [ProfileN]} with Name, Path, IsRelative. */
final class FirefoxProfiles {
    private FirefoxProfiles() {}

    /** One profile. */
    record Profile(String name, Path folder) {}

    /** None where there is no such file, or it cannot be read. */
    static List<Profile> in(Path folder) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(folder.resolve("profiles.ini")), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
        List<Profile> profiles = new ArrayList<>();
        Map<String, String> section = new HashMap<>();
        boolean ofProfile = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[")) {
                add(profiles, folder, section);
                section.clear();
                ofProfile = text.startsWith("[Profile");
            } else if (ofProfile && text.indexOf('=') > 0) {
                section.put(
                        text.substring(0, text.indexOf('=')).strip(),
                        text.substring(text.indexOf('=') + 1).strip());
            }
        }
        add(profiles, folder, section);
        return List.copyOf(profiles);
    }

    private static void add(List<Profile> profiles, Path folder, Map<String, String> section) {
        String path = section.getOrDefault("Path", "");
        if (path.isEmpty()) {
            return;
        }
        try {
            Path at = section.getOrDefault("IsRelative", "1").equals("1") ? folder.resolve(path) : Path.of(path);
            profiles.add(
                    new Profile(section.getOrDefault("Name", at.getFileName().toString()), at));
        } catch (InvalidPathException e) {
            return; // No profile that could be opened.
        }
    }
}
