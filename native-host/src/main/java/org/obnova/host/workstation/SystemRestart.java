// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * {@link ComputerRestart} through the system's own programs, with the rights of the person alone. On Linux {@code systemctl reboot} asks systemd-logind, which lets whoever sits at the computer, and respects
 * what others have open (systemctl(1), {@code --check-inhibitors}). On Windows {@code shutdown /r /t 0}: without {@code /f}, which any other time would imply, programs may keep unsaved documents. On macOS
 * System Events, as the Apple menu. Tried on Linux only.
 */
public final class SystemRestart implements ComputerRestart {
    private static final List<String> SYSTEMCTL = List.of("/usr/bin/systemctl", "/bin/systemctl");

    private final SystemRoot root;
    private final SystemTools tools;

    /** Of this computer. */
    public SystemRestart(SystemRoot root) {
        this(root, new ProcessTools());
    }

    SystemRestart(SystemRoot root, SystemTools tools) {
        this.root = root;
        this.tools = tools;
    }

    @Override
    public void restart() {
        try {
            var _ = tools.run(command());
        } catch (Fault e) {
            throw new Fault(ErrorCode.RESTART_FAILED, "the system does not restart", Map.of(), e);
        }
    }

    private List<String> command() {
        return switch (root.system()) {
            case LINUX -> List.of(systemctl().toString(), "reboot");
            case WINDOWS -> List.of(WindowsTargets.program(root, "shutdown.exe").toString(), "/r", "/t", "0");
            case MAC ->
                List.of(
                        root.at("/usr/bin/osascript").toString(),
                        "-e",
                        "tell application \"System Events\" to restart");
        };
    }

    private Path systemctl() {
        Stream<Path> places = SYSTEMCTL.stream().map(root::at);
        return places.filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Fault(ErrorCode.RESTART_FAILED, "no systemctl"));
    }
}
