// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authorities' keys in files {@code <id>.p12}. Their password protects nothing: it stands here, because all is a test. */
final class AuthorityFiles {
    private static final String PASSWORD = "obnova-test-authority";

    private final Path folder;
    private final AuthorityCertificates certificates;
    private final SecureRandom random;

    AuthorityFiles(Path folder, AuthorityCertificates certificates, SecureRandom random) {
        this.folder = folder;
        this.certificates = certificates;
        this.random = random;
    }

    /** The authorities of the wanted profile, made where they are missing, and those of all profiles that were wanted before. */
    List<Authority> open(CaProfile wanted) {
        List<Authority> all = new ArrayList<>();
        for (CaProfile profile : CaProfile.values()) {
            if (profile == wanted || Files.exists(file(AuthorityKind.ROOT.id(profile)))) {
                Authority root = openOrMake(AuthorityKind.ROOT, profile, null);
                all.add(root);
                all.add(openOrMake(AuthorityKind.ISSUING, profile, root));
                all.add(openOrMake(AuthorityKind.EXCLUDED, profile, root));
            }
        }
        return all;
    }

    private Authority openOrMake(AuthorityKind kind, CaProfile profile, @Nullable Authority issuer) {
        String id = kind.id(profile);
        Path file = file(id);
        try {
            if (Files.exists(file)) {
                KeyFile content = KeyFile.open(Files.readAllBytes(file), PASSWORD.toCharArray());
                return new Authority(id, profile, content.key(), content.chain());
            }
            Authority made = certificates.make(kind, profile, issuer);
            Files.createDirectories(folder);
            write(file, new KeyFile(made.key(), made.chain()).seal(id, PASSWORD.toCharArray(), random));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of authority " + id, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".p12");
    }

    /** A half-written key must never be found under its name. */
    private static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
