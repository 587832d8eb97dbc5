// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.obnova.host.settings.ServiceEntry;

/**
 * The plan as a file of the registry ({@code .reg}, "Windows Registry Editor Version 5.00": UTF-16 with a byte order mark, lines end with CR LF). Not tried on Windows; its text is tested.
 */
final class RegistryText {
    private static final String ROOT = "HKEY_CURRENT_USER\\";

    private final List<String> lines = new ArrayList<>();

    private RegistryText() {}

    /**
     * For one person.
     *
     * @param direction uninstalling takes away what installing sets, and nothing else
     */
    static SetupFile make(ServiceEntry service, List<RootCertificate> roots, Direction direction) {
        RegistryText text = new RegistryText();
        text.head(service, roots, direction);
        for (TrustedSites each : TrustedSites.of(service.origins())) {
            text.line("");
            text.line("; https://" + each.host() + "." + each.domain());
            text.line("[" + ROOT + each.key() + "]");
            text.line("\"https\"=" + (direction == Direction.INSTALL ? "dword:00000002" : "-"));
        }
        String suffix = direction == Direction.INSTALL ? "" : "-undo";
        String all = "\uFEFF" + String.join("\r\n", text.lines) + "\r\n";
        return new SetupFile("obnova-" + service.name() + suffix + ".reg", all.getBytes(StandardCharsets.UTF_16LE));
    }

    private void head(ServiceEntry service, List<RootCertificate> roots, Direction direction) {
        line("Windows Registry Editor Version 5.00");
        line("");
        line(
                direction == Direction.INSTALL
                        ? "; Обнова: доверенные сайты сервиса «" + oneLine(service.titleRu())
                                + "» для этого пользователя."
                        : "; Обнова: убрать сайты сервиса «" + oneLine(service.titleRu()) + "» из доверенных.");
        line("; Только эти сайты и только по https. Настройки ActiveX и других зон файл не меняет.");
        for (RootCertificate each : roots) {
            line("; Корневой сертификат: " + oneLine(each.name()) + ", SHA-256 " + each.fingerprint());
            line("; добавляет obnova-host workstation install, или администратор: certutil -addstore Root ФАЙЛ");
        }
    }

    private void line(String text) {
        lines.add(text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
