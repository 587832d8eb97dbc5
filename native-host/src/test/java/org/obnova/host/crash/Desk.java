// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;

/**
 * One person's folders (home, a drive, temporary files) with a host started over them, and what the site and the authority know. It lies in a folder that can be
 * copied; opening it anew is starting the host anew.
 */
final class Desk {
    static final String NEW_PASSWORD = "Новый пароль 2";
    static final String COPY_PASSWORD = "Пароль копии 3";

    /** That takes the place of another; never empty. */
    static final String CHANGED_PASSWORD = "Другой пароль 4";

    private final Path folder;
    private final Manner manner;
    private final Workplace host;

    private Desk(Path folder, Manner manner) {
        this.folder = folder;
        this.manner = manner;
        this.host = new Workplace(folder.resolve("home"), manner.disk(), certificate("root"));
    }

    /** Starts the host in this folder. */
    static Desk at(Path folder, Manner manner) {
        return new Desk(folder, manner);
    }

    /** Sets one up in a folder that does not exist yet, trusting this authority. */
    static Desk empty(Path folder, Manner manner, TestAuthority authority) {
        try {
            for (String each : List.of("told", "temporary", "person")) {
                Files.createDirectories(folder.resolve(each));
            }
            Files.write(folder.resolve("told/root"), authority.root().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Desk(folder, manner);
    }

    /** A copy in a folder that does not exist yet. */
    Desk copy(Path to) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copied = to.resolve(folder.relativize(each).toString());
                if (each.endsWith("folders.json")) {
                    // The list of the person's folders names them by their paths.
                    Files.writeString(copied, Files.readString(each).replace(folder.toString(), to.toString()));
                } else {
                    Files.copy(each, copied);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Desk(to, manner);
    }

    Path folder() {
        return folder;
    }

    Manner manner() {
        return manner;
    }

    Workplace host() {
        return host;
    }

    /** The medium «this computer». */
    Path containers() {
        return folder.resolve("home/data/containers");
    }

    /** Another medium. */
    Path drive() {
        return folder.resolve("drive");
    }

    /** For the temporary files of the process. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    /** The home folder of the process, where it is started. */
    Path person() {
        return folder.resolve("person");
    }

    /** Of the key that a renewal makes. */
    String newPassword() {
        return manner.password(NEW_PASSWORD);
    }

    /** Of copies. */
    String copyPassword() {
        return manner.password(COPY_PASSWORD);
    }

    /** A name beside the folder, for what is none of the host's. */
    Path beside(String name) {
        return folder.resolveSibling(folder.getFileName() + "." + name);
    }

    /** The site keeps something. */
    void tell(String name, byte[] content) {
        try {
            Files.write(folder.resolve("told").resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String name, String content) {
        tell(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What the site keeps. */
    byte[] told(String name) {
        try {
            return Files.readAllBytes(folder.resolve("told").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String toldText(String name) {
        return new String(told(name), StandardCharsets.UTF_8);
    }

    X509CertificateHolder certificate(String name) {
        try {
            return new X509CertificateHolder(told(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a certificate that the site keeps. */
    String thumbprint(String name) {
        return Thumbprint.sha256(certificate(name));
    }

    /** All files but those that the site keeps. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(folder.resolve("told")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What unfinished writes left. */
    List<Path> hidden() {
        return files().stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith("."))
                .toList();
    }

    /** Removes all, with what lies beside it. */
    void remove() {
        try (Stream<Path> siblings = Files.list(folder.resolveSibling("."))) {
            for (Path each : (Iterable<Path>) siblings::iterator) {
                String name = String.valueOf(each.getFileName());
                if (name.equals(String.valueOf(folder.getFileName())) || name.startsWith(folder.getFileName() + ".")) {
                    remove(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        }
    }
}
