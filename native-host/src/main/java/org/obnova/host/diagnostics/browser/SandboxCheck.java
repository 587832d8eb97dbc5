// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Finding;
import org.obnova.host.diagnostics.Subject;
import org.obnova.host.workstation.Words;

/**
 * Whether a browser in a sandbox may start the host: a flatpak with an override (flatpak-override(1)), a snap with the portal's permission (xdg-desktop-portal, WebExtensions).
 * The permission is the person's to give: it opens the sandbox.
 */
public final class SandboxCheck implements DiagnosticCheck {
    private static final long MAX_BYTES = 8L * 1024 * 1024;

    private final Sandbox sandbox;
    private final Subject subject;

    /** Of one that is here. */
    public SandboxCheck(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.subject = new Subject(
                "sandbox." + sandbox.name(),
                "Браузер в песочнице: " + sandbox.name(),
                "Browser in a sandbox: " + sandbox.name());
    }

    @Override
    public String id() {
        return subject.id();
    }

    @Override
    public Finding run() {
        if (isPermitted()) {
            return subject.ok("Запускать приложение разрешено.", "It may start the host.");
        }
        return subject.warning(
                "no-permission",
                new Words(
                        "Этот браузер работает в песочнице (" + kind() + ") и сам приложение не запустит.",
                        "This browser runs in a sandbox (" + kind() + ") and cannot start the host by itself."),
                new Words(
                        "Разрешите это командой: " + sandbox.permission()
                                + " — или возьмите браузер из пакета deb или rpm.",
                        "Allow it by the command: " + sandbox.permission()
                                + " — or use a browser from a deb or rpm package."));
    }

    private String kind() {
        return sandbox.flatpak() ? "flatpak" : "snap";
    }

    private boolean isPermitted() {
        try {
            if (!Files.isRegularFile(sandbox.permissions()) || Files.size(sandbox.permissions()) > MAX_BYTES) {
                return false;
            }
            String text = Files.readString(sandbox.permissions(), StandardCharsets.ISO_8859_1);
            return sandbox.flatpak()
                    ? text.lines().anyMatch(line -> line.strip().equals("org.freedesktop.Flatpak=talk"))
                    : text.contains(HostManifest.NAME) && text.contains("snap." + sandbox.name());
        } catch (IOException e) {
            return false;
        }
    }
}
