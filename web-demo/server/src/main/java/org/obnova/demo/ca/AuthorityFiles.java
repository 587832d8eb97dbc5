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
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;

/**
 * The authorities' keys: in files {@code <id>.p12}, whose password protects nothing (it stands here, because all is a test); or in a token, and then their
 * certificates are in files {@code <id>.cer} too, for whoever verifies without it.
 */
final class AuthorityFiles {
    private static final String PASSWORD = "obnova-test-authority";

    private final Path folder;
    private final AuthorityCertificates certificates;
    private final AuditLog audit;
    private final SecureRandom random;
    private final CaProfile wanted;
    private final @Nullable KeyToken token;

    /**
     * Opens nothing yet.
     *
     * @param wanted whose authorities are made where they are missing
     * @param token where that profile's keys lie; null for files
     */
    AuthorityFiles(
            Path folder,
            AuthorityCertificates certificates,
            AuditLog audit,
            SecureRandom random,
            CaProfile wanted,
            @Nullable KeyToken token) {
        this.folder = folder;
        this.certificates = certificates;
        this.audit = audit;
        this.random = random;
        this.wanted = wanted;
        this.token = token;
    }

    /** The authorities of the wanted profile, made where they are missing, and those of all profiles that were wanted before. */
    List<Authority> open() {
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
                Path ofToken = folder.resolve(kind.id(profile) + ".cer");
                try {
                    if (Files.exists(file)) {
                        all.add(KeyFile.open(Files.readAllBytes(file), PASSWORD.toCharArray())
                                .chain()
                                .getFirst());
                    } else if (Files.exists(ofToken)) {
                        all.add(new X509CertificateHolder(Files.readAllBytes(ofToken)));
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
        KeyFile file = openOrMake(id, authority.profile(), keys -> certificates.service(kind, authority, keys));
        return new ServiceKey(authority.id(), authority.profile(), file.key(), file.chain());
    }

    private Authority openOrMake(AuthorityKind kind, CaProfile profile, @Nullable Authority issuer) {
        String id = kind.id(profile);
        KeyFile file = openOrMake(id, profile, keys -> {
            Authority made = certificates.make(kind, profile, issuer, keys);
            return new KeyFile(made.key(), made.chain());
        });
        return new Authority(id, profile, file.key(), file.chain());
    }

    private KeyFile openOrMake(String id, CaProfile profile, Function<KeyPair, KeyFile> make) {
        return token != null && profile == wanted ? inToken(token, id, make) : inFile(id, profile, make);
    }

    /** Never beside keys in files: whoever asks for a token must not be served by something else. */
    private KeyFile inToken(KeyToken keys, String id, Function<KeyPair, KeyFile> make) {
        if (Files.exists(file(id))) {
            throw new UnusableTokenException(
                    "the key " + id + " lies in a file already: begin with an empty data folder");
        }
        Path published = folder.resolve(id + ".cer");
        try {
            Optional<KeyFile> known = keys.find(id);
            if (known.isEmpty() && Files.exists(published)) {
                throw new UnusableTokenException("the key " + id + " lies in another token");
            }
            KeyFile kept = known.isPresent() ? known.get() : made(keys, id, make.apply(keys.generate(wanted)));
            byte[] certificate = kept.chain().getFirst().getEncoded();
            if (!Files.exists(published)) {
                Files.createDirectories(folder);
                write(published, certificate);
            } else if (!Arrays.equals(Files.readAllBytes(published), certificate)) {
                throw new UnusableTokenException("the token has another authority's key under the name " + id);
            }
            if (known.isPresent()) {
                record(AuditAction.KEY_OPENED, id, kept);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + id, e);
        }
    }

    private KeyFile made(KeyToken keys, String id, KeyFile made) throws IOException {
        record(AuditAction.KEY_MADE, id, made);
        return keys.keep(id, made);
    }

    private KeyFile inFile(String id, CaProfile profile, Function<KeyPair, KeyFile> make) {
        Path file = file(id);
        if (!Files.exists(file) && Files.exists(folder.resolve(id + ".cer"))) {
            throw new UnusableTokenException("the key " + id + " lies in a token: name it by --ca-pkcs11");
        }
        try {
            if (Files.exists(file)) {
                KeyFile opened = KeyFile.open(Files.readAllBytes(file), PASSWORD.toCharArray());
                record(AuditAction.KEY_OPENED, id, opened);
                return opened;
            }
            KeyFile made = make.apply(Crypto.generate(profile, random));
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
