// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.obnova.testkit.Workplace;

/** Collects what a renewal made: from the holder's page what the CA has, from the disk what the holder has. */
public final class Artefacts {
    /** The files that the holder's page offers. */
    public static final List<String> OF_PAGE = List.of(
            "request.csr",
            "certificate.pem",
            "chain.pem",
            "statement.txt",
            "statement.p7s",
            "receipt.txt",
            "receipt.p7s");

    /** Of them, those of an application whose statement was signed by hand and whose receipt was confirmed by a code. */
    public static final List<String> OF_PAPER =
            OF_PAGE.stream().filter(name -> !name.endsWith(".p7s")).toList();

    /** Of them, those of a renewal by the rules of 2017, which a code released before the issue: there is no receipt. */
    public static final List<String> OF_2017 =
            OF_PAGE.stream().filter(name -> !name.startsWith("receipt")).toList();

    private static final String FETCH = """
            const [path, done] = arguments;
            fetch(path).then(async (reply) => {
              if (!reply.ok) return done('status ' + reply.status);
              const octets = new Uint8Array(await reply.arrayBuffer());
              let text = '';
              for (const octet of octets) text += String.fromCharCode(octet);
              done('base64 ' + btoa(text));
            }, (failure) => done(String(failure)));
            """;

    private final Workplace workplace;
    private final Path folder;

    /** Into a folder. */
    public Artefacts(Workplace workplace, Path folder) {
        this.workplace = workplace;
        this.folder = folder;
    }

    /** Downloads the application's files of these names in the holder's session. */
    public void download(String application, List<String> names) throws IOException {
        for (String name : names) {
            Object reply =
                    workplace.browser().executeAsyncScript(FETCH, "/applications/" + application + "/files/" + name);
            if (!(reply instanceof String text) || !text.startsWith("base64 ")) {
                throw new IOException(name + ": " + reply);
            }
            Files.write(folder.resolve(name), Base64.getDecoder().decode(text.substring("base64 ".length())));
        }
    }

    /** Copies the only container of a folder that is not among those known. */
    public void copyContainer(Path from, List<Path> known, String name) throws IOException {
        List<Path> made = containers(from).stream()
                .filter(file ->
                        known.stream().noneMatch(other -> other.getFileName().equals(file.getFileName())))
                .toList();
        if (made.size() != 1) {
            throw new IOException(made.size() + " new containers in " + from);
        }
        Files.copy(made.getFirst(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The containers of a folder. */
    public static List<Path> containers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".p12")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
