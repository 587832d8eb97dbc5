// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.workstation.registry.RegistryEdit;
import org.obnova.host.workstation.registry.RegistryFile;

/**
 * The plan as a file for Windows, for one person. Trusted sites alone are a file of the registry. A root certificate cannot come with one (Windows keeps the person's roots under its protection, and asks): with roots
 * it is a command file that does both. Not tried on Windows; its text is tested.
 */
final class WindowsFile {
    private static final String LINES = "#LINES#\r\n";
    private static final String UNDO = "#UNDO#\r\n";

    private final ServiceEntry service;
    private final List<RootCertificate> roots;
    private final List<TrustedSites> sites;

    private WindowsFile(ServiceEntry service, List<RootCertificate> roots) {
        this.service = service;
        this.roots = roots;
        this.sites = TrustedSites.of(service.origins());
    }

    /** @param direction uninstalling takes away what installing sets, and nothing else; the command file does it when asked to */
    static SetupFile make(ServiceEntry service, List<RootCertificate> roots, Direction direction) {
        WindowsFile file = new WindowsFile(service, roots);
        return roots.isEmpty() ? file.registry(direction) : file.command();
    }

    private SetupFile registry(Direction direction) {
        List<RegistryEdit> edits = sites.stream()
                .map(each -> direction == Direction.INSTALL
                        ? RegistryEdit.set(each.fullKey(), TrustedSites.SCHEME, TrustedSites.ZONE)
                        : RegistryEdit.drop(each.fullKey(), TrustedSites.SCHEME))
                .toList();
        List<String> remarks = List.of(
                direction == Direction.INSTALL
                        ? "Обнова: доверенные сайты сервиса «" + service.titleRu() + "» для этого пользователя."
                        : "Обнова: убрать сайты сервиса «" + service.titleRu() + "» из доверенных.",
                "Только эти сайты и только по https. Настройки ActiveX и других зон файл не меняет.");
        String suffix = direction == Direction.INSTALL ? "" : "-undo";
        return new SetupFile("obnova-" + service.name() + suffix + ".reg", RegistryFile.write(remarks, edits));
    }

    private SetupFile command() {
        List<String> lines = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        for (TrustedSites each : sites) {
            lines.add("call :site \"" + each.fullKey() + "\" " + each.address());
            undo.add("call :nosite \"" + each.fullKey() + "\" " + each.address());
        }
        for (RootCertificate each : roots) {
            lines.add("echo " + said(RootWords.trustedInWindows(each).russian()));
            lines.add("if defined dry goto after" + each.shortId());
            lines.add("> \"%cer%\" (");
            each.pem().lines().forEach(line -> lines.add("echo " + line));
            lines.add(")");
            lines.add("call :root " + each.sha1());
            lines.add(":after" + each.shortId());
            undo.add("call :noroot " + each.sha1() + " \"" + said(each.name()) + "\"");
        }
        String text = template()
                .replace("#SERVICE#", said(service.titleRu()))
                .replace("#NAME#", "obnova-" + service.name() + ".cmd")
                .replace(LINES, joined(lines))
                .replace(UNDO, joined(undo));
        return new SetupFile("obnova-" + service.name() + ".cmd", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String joined(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Without what the command interpreter would not take as text. */
    private static String said(String text) {
        return text.replaceAll("[^\\p{L}\\p{N} .,:;№«»“”‘’/_+=-]", " ");
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(
                WindowsFile.class.getResourceAsStream("setup.cmd"), "a resource of this package")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
