// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.host.fault.Fault;

/**
 * Tells one start of the computer from the next: on Linux random(4)'s {@code boot_id}, on Windows the number that its memory manager counts up, on macOS {@code kern.bootsessionuuid} of sysctl(3). Tried on Linux
 * only.
 */
final class BootId {
    private static final String WINDOWS_KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters";
    private static final Pattern WINDOWS_VALUE = Pattern.compile("BootId\\s+REG_DWORD\\s+(0x[0-9a-fA-F]{1,8})");

    private final SystemRoot root;
    private final SystemTools tools;

    BootId(SystemRoot root, SystemTools tools) {
        this.root = root;
        this.tools = tools;
    }

    /** Of the start that this process runs in; empty where it cannot be told. */
    Optional<String> current() {
        try {
            String id = switch (root.system()) {
                case LINUX -> Files.readString(root.at("/proc/sys/kernel/random/boot_id"), StandardCharsets.US_ASCII);
                case WINDOWS -> windows();
                case MAC -> tools.run(List.of(root.at("/usr/sbin/sysctl").toString(), "-n", "kern.bootsessionuuid"));
            };
            return Optional.of(id.strip()).filter(each -> !each.isEmpty() && each.length() <= 64);
        } catch (IOException | Fault e) {
            return Optional.empty();
        }
    }

    private String windows() {
        Matcher value = WINDOWS_VALUE.matcher(tools.run(
                List.of(WindowsTargets.program(root, "reg.exe").toString(), "query", WINDOWS_KEY, "/v", "BootId")));
        return value.find() ? value.group(1) : "";
    }
}
