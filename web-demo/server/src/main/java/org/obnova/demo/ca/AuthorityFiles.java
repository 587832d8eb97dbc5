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
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;

/** The authorities' keys in files {@code <id>.p12}. Their password protects nothing: it stands here, because all is a test. */
final class AuthorityFiles {
    private static final String PASSWORD = "obnova-test-authority";

    private final Path folder;
    private final AuthorityCertificates certificates;
    private final AuditLog audit;
    private final SecureRandom random;

    AuthorityFiles(Path folder, AuthorityCertificates certificates, AuditLog audit, SecureRandom random) {
        this.folder = folder;
        this.certificates = certificates;
        this.audit = audit;
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

    /** The certificates of the authorities in that folder, of every profile; nothing is made, and nothing is said of it. */
    static List<X509CertificateHolder> certificates(Path folder) {
        List<X509CertificateHolder> all = new ArrayList<>();
        for (CaProfile profile : CaProfile.values()) {
            for (AuthorityKind kind : AuthorityKind.values()) {
                Path file = folder.resolve(kind.id(profile) + ".p12");
                try {
                    if (Files.exists(file)) {
                        all.add(KeyFile.open(Files.readAllBytes(file), PASSWORD.toCharArray())
                                .chain()
                                .getFirst());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("the key " + kind.id(profile), e);
                }
            }
        }
        return all;
    }

    /** The keys that speak for those authorities; made where they are missing. */
    List<ServiceKey> services(ServiceKind kind, List<Authority> authorities) {
        return authorities.stream().map(authority -> service(kind, authority)).toList();
    }

    private ServiceKey service(ServiceKind kind, Authority authority) {
        String id = kind.id(authority);
        KeyFile file = openOrMake(id, () -> certificates.service(kind, authority));
        return new ServiceKey(authority.id(), authority.profile(), file.key(), file.chain());
    }

    private Authority openOrMake(AuthorityKind kind, CaProfile profile, @Nullable Authority issuer) {
        String id = kind.id(profile);
        KeyFile file = openOrMake(id, () -> {
            Authority made = certificates.make(kind, profile, issuer);
            return new KeyFile(made.key(), made.chain());
        });
        return new Authority(id, profile, file.key(), file.chain());
    }

    private KeyFile openOrMake(String id, Supplier<KeyFile> make) {
        Path file = file(id);
        try {
            if (Files.exists(file)) {
                KeyFile opened = KeyFile.open(Files.readAllBytes(file), PASSWORD.toCharArray());
                record(AuditAction.KEY_OPENED, id, opened);
                return opened;
            }
            KeyFile made = make.get();
            Files.createDirectories(folder);
            record(AuditAction.KEY_MADE, id, made);
            write(file, made.seal(id, PASSWORD.toCharArray(), random));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + id, e);
        }
    }

    /** From the entry on, the key may be in use. */
    private void record(AuditAction action, String id, KeyFile key) throws IOException {
        audit.record(
                Actor.server("authority"),
                action,
                About.object("authority", id, key.chain().getFirst().getEncoded()));
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
