// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where this system keeps the roots that everybody's programs trust, and the program that gathers them.
 *
 * @param folder of anchors
 * @param ending of their files' names
 * @param bundle what the program makes of them
 * @param command the program and its arguments
 * @param anew arguments besides, where one was removed: Debian's program leaves links that lead nowhere otherwise
 */
record SystemStore(Path folder, String ending, Path bundle, List<String> command, List<String> anew) {
    private static final String DEBIAN = "/usr/sbin/update-ca-certificates";
    private static final String P11_KIT = "/usr/bin/update-ca-trust";

    SystemStore {
        command = List.copyOf(command);
        anew = List.copyOf(anew);
    }

    /** Debian's, or p11-kit's as Fedora, ALT, RED OS and others have it; empty where there is neither. */
    static Optional<SystemStore> of(SystemRoot root) {
        if (Files.exists(root.at(P11_KIT))) {
            return Optional.of(new SystemStore(
                    root.at("/etc/pki/ca-trust/source/anchors"),
                    ".pem",
                    root.at("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
                    List.of(root.at(P11_KIT).toString(), "extract"),
                    List.of()));
        }
        if (!Files.exists(root.at(DEBIAN))) {
            return Optional.empty();
        }
        Path folder = root.at("/usr/local/share/ca-certificates");
        List<String> command = new ArrayList<>(List.of(root.at(DEBIAN).toString()));
        if (root.root().getNameCount() > 0) {
            command.addAll(List.of(
                    "--certsconf", root.at("/etc/ca-certificates.conf").toString(),
                    "--certsdir", root.at("/usr/share/ca-certificates").toString(),
                    "--localcertsdir", folder.toString(),
                    "--etccertsdir", root.at("/etc/ssl/certs").toString(),
                    "--hooksdir", root.at("/etc/ca-certificates/update.d").toString()));
        }
        return Optional.of(new SystemStore(
                folder, ".crt", root.at("/etc/ssl/certs/ca-certificates.crt"), command, List.of("--fresh")));
    }

    /** Whether the bundle has it: the octets of a certificate have one text in PEM. */
    boolean trusts(RootCertificate root) {
        String bundled = KeptFiles.read(bundle)
                .map(content -> new String(content, StandardCharsets.ISO_8859_1))
                .orElse("")
                .replace("\r", "");
        return bundled.contains(root.pem().strip());
    }
}
