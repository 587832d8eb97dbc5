// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.computer;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/** Whether there is a display for the host's windows: on Linux an X server (X(7), «Display names»), which Wayland's desktops have too. */
public final class DisplayCheck implements DiagnosticCheck {
    private static final Subject SUBJECT = new Subject("display", "Экран для окон", "Display for windows");

    private final Map<String, String> environment;
    private final Path sockets;

    /** @param sockets where X servers listen, {@code /tmp/.X11-unix} */
    public DisplayCheck(Map<String, String> environment, Path sockets) {
        this.environment = Map.copyOf(environment);
        this.sockets = sockets;
    }

    @Override
    public String id() {
        return SUBJECT.id();
    }

    @Override
    public Finding run() {
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty()) {
            return SUBJECT.warning(
                    "none",
                    new Words(
                            "Отсюда экран не виден (DISPLAY не задан): окна Обновы здесь не откроются.",
                            "No display is seen from here (DISPLAY is not set): Obnova's windows cannot open here."),
                    new Words(
                            "Если браузер работает на этом же экране, всё в порядке. Иначе войдите в графический сеанс.",
                            "If the browser runs on a display of its own, all is well. Else log in to a desktop."));
        }
        if (!display.startsWith(":")) {
            return SUBJECT.ok("На другом компьютере: " + display, "At another computer: " + display);
        }
        int dot = display.indexOf('.');
        String number = display.substring(1, dot < 0 ? display.length() : dot);
        if (answers(sockets.resolve("X" + number))) {
            return SUBJECT.ok("Есть: " + display, "It is there: " + display);
        }
        return SUBJECT.problem(
                "unreachable",
                new Words(
                        "Экран " + display + " не отвечает: окна Обновы не откроются.",
                        "The display " + display + " does not answer: Obnova's windows cannot open."),
                new Words("Войдите в графический сеанс заново.", "Log in to the desktop again."));
    }

    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
