// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.Hashing;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.folder.v1.Content;

/**
 * What files that tell nothing without their password hold, as it was when the person opened them: public keys and certificates, in {@code seen.json}, format version 1.
 * A file is known by the digest of its octets, wherever it lies; one that was changed is another file.
 */
final class SeenFiles {
    private static final int VERSION = 1;

    /** The oldest is forgotten: a person opens it again. */
    private static final int MOST = 200;

    private static final int MOST_KEYS = 16;
    private static final int MOST_CERTIFICATES = 64;
    private static final int LONGEST = 100_000;

    private final Path list;
    private final DurableFiles files;

    private record Seen(String sha256, List<Content> keys) {}

    /** The list in this file, which is made when it is needed. */
    SeenFiles(Path list, DurableFiles files) {
        this.list = list;
        this.files = files;
    }

    /** The list as it is now, read when it is first needed, and once: for a look at many files. For one thread. */
    Look look() {
        return new Look();
    }

    /** A look at the list. */
    final class Look {
        private @Nullable List<Seen> read;

        private Look() {}

        /** What the file with these octets holds; empty where it was never opened, or the list cannot be read. */
        List<Content> find(byte[] octets) {
            List<Seen> list = list();
            String sha256 = list.isEmpty() ? "" : sha256(octets);
            return list.stream()
                    .filter(each -> each.sha256().equals(sha256))
                    .findFirst()
                    .map(Seen::keys)
                    .orElse(List.of());
        }

        private List<Seen> list() {
            List<Seen> known = read;
            if (known == null) {
                try {
                    known = all();
                } catch (Fault e) {
                    known = List.of(); // The files are left out as before, and the list left alone.
                }
                read = known;
            }
            return known;
        }
    }

    /** Remembers what the file with these octets holds. */
    void add(byte[] octets, List<Content> keys) {
        try (InterProcessLock _ = InterProcessLock.acquire(list.resolveSibling("seen.lock"))) {
            Seen added = new Seen(sha256(octets), List.copyOf(keys));
            List<Seen> all = new ArrayList<>(readable());
            all.removeIf(each -> each.sha256().equals(added.sha256()));
            all.add(added);
            while (all.size() > MOST) {
                all.removeFirst();
            }
            files.replace(list, write(all), SeenFiles::read);
        }
    }

    private List<Seen> readable() {
        try {
            return all();
        } catch (Fault e) {
            if (e.code() != ErrorCode.JOURNAL_DAMAGED) {
                throw e;
            }
            files.keepAside(list);
            return List.of();
        }
    }

    private List<Seen> all() {
        return files.read(list).map(SeenFiles::read).orElse(List.of());
    }

    private static String sha256(byte[] octets) {
        return HexFormat.of().formatHex(Hashing.hash(NISTObjectIdentifiers.id_sha256, octets));
    }

    private static byte[] write(List<Seen> all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonText.writer(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", VERSION);
            json.writeArrayFieldStart("files");
            for (Seen each : all) {
                json.writeStartObject();
                json.writeStringField("sha256", each.sha256());
                json.writeArrayFieldStart("keys");
                for (Content key : each.keys()) {
                    write(json, key);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonWriter json, Content key) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", key.label());
        json.writeStringField("publicKey", base64(key.publicKey().getEncoded()));
        json.writeArrayFieldStart("chain");
        for (X509CertificateHolder certificate : key.chain()) {
            json.writeString(base64(certificate.getEncoded()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static List<Seen> read(byte[] text) {
        try {
            Fields fields = Fields.of("seen", JsonText.read(text));
            Long version = fields.optionalWhole("formatVersion", 1, Integer.MAX_VALUE);
            if (version != null && version > VERSION) {
                throw new Fault(ErrorCode.JOURNAL_NEWER, "a newer version wrote the list of files");
            }
            List<Seen> all = new ArrayList<>();
            for (Json each : fields.items("files", MOST)) {
                Fields file = Fields.of("file", each);
                String sha256 = file.text("sha256", 64, 64);
                List<Content> keys = new ArrayList<>();
                for (Json key : file.items("keys", MOST_KEYS)) {
                    keys.add(key(Fields.of("key", key)));
                }
                file.end();
                all.add(new Seen(sha256, keys));
            }
            fields.end();
            return all;
        } catch (JsonException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static Content key(Fields fields) throws JsonException {
        String label = fields.text("label", 0, LONGEST);
        byte[] publicKey = Base64.getDecoder().decode(fields.text("publicKey", 1, LONGEST));
        List<X509CertificateHolder> chain = new ArrayList<>();
        for (Json each : fields.items("chain", MOST_CERTIFICATES)) {
            if (!(each instanceof Json.Text text)) {
                throw new IllegalArgumentException("a certificate that is no text");
            }
            chain.add(Certificates.read(Base64.getDecoder().decode(text.value())));
        }
        fields.end();
        SubjectPublicKeyInfo key = UntrustedDer.read(
                ErrorCode.JOURNAL_DAMAGED, "public key", () -> SubjectPublicKeyInfo.getInstance(publicKey));
        return new Content(label, key, List.copyOf(chain), 0, true);
    }

    private static Fault damaged(Exception cause) {
        return new Fault(ErrorCode.JOURNAL_DAMAGED, "the list of files cannot be read", cause);
    }
}
