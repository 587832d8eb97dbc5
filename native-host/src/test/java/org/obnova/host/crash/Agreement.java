// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.platform.Generations;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;

/** Compares what the files of the journal and the list of copies say, read without the host's own code, with what lies on the media. */
final class Agreement {
    private static final List<String> WITH_KEY =
            List.of("key-made", "requested", "issued", "receipt-signed", "installed", "backed-up");
    private static final List<String> WITH_CERTIFICATE = List.of("installed", "backed-up");

    private final List<JsonNode> renewals = new ArrayList<>();
    private final List<JsonNode> copies = new ArrayList<>();
    private final List<KeyStorage> media;

    private Agreement(Desk desk) {
        media = desk.host().storages().all();
        Map<Path, Path> newest = new TreeMap<>();
        desk.files().stream()
                .filter(each -> String.valueOf(each.getFileName()).endsWith(".json") && !Generations.isHidden(each))
                .sorted(Comparator.comparingInt(Generations::number))
                .forEach(each -> newest.put(Generations.base(each), each));
        newest.forEach((name, file) -> {
            JsonNode content = parsed(file);
            if (name.endsWith("journal.json")) {
                renewals.add(content);
            }
            if (name.endsWith("backups.json")) {
                content.get("backups").forEach(copies::add);
            }
        });
    }

    private static JsonNode parsed(Path file) {
        try {
            return new JsonMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("half written: " + file.getFileName(), e);
        }
    }

    /** Throws an assertion error where they do not agree. */
    static void require(Desk desk) {
        Agreement agreement = new Agreement(desk);
        agreement.renewals.forEach(agreement::requireOnMedia);
        agreement.copies.forEach(agreement::requireCopy);
        agreement.media.stream().flatMap(each -> each.containers().stream()).forEach(agreement::requireNamed);
    }

    private void requireOnMedia(JsonNode renewal) {
        String state = renewal.get("state").textValue();
        if (!WITH_KEY.contains(state)) {
            return;
        }
        SubjectPublicKeyInfo key = key(renewal);
        List<KeyContainer> holders = media.stream()
                .flatMap(each -> each.containers().stream())
                .filter(each -> PublicKeys.same(each.publicKey(), key))
                .toList();
        Judge.require(!holders.isEmpty(), "the journal says " + state + ", and no medium holds the key");
        if (WITH_CERTIFICATE.contains(state)) {
            String certificate = renewal.get("certificate").textValue();
            Judge.require(
                    holders.stream().anyMatch(each -> holds(each, certificate)),
                    "the journal says " + state + ", and no medium holds the certificate");
        }
        if (state.equals("backed-up")) {
            String certificate = renewal.get("certificate").textValue();
            Judge.require(
                    copies.stream()
                            .anyMatch(
                                    each -> each.get("certificate").textValue().equals(certificate)),
                    "the journal says backed-up, and no copy is listed");
        }
    }

    private void requireCopy(JsonNode copy) {
        String certificate = copy.get("certificate").textValue();
        Judge.require(
                media.stream()
                        .filter(each -> each.id().equals(copy.get("storage").textValue()))
                        .flatMap(each -> each.containers().stream())
                        .anyMatch(each -> holds(each, certificate)),
                "a copy is listed that is not there");
    }

    /** A key without certificate, of which the journal knows nothing, would be an orphan. */
    private void requireNamed(KeyContainer container) {
        boolean named = !container.chain().isEmpty()
                || renewals.stream()
                        .filter(each -> each.has("publicKey"))
                        .anyMatch(each -> PublicKeys.same(key(each), container.publicKey()));
        Judge.require(named, "a key lies there that the journal does not name");
    }

    private static SubjectPublicKeyInfo key(JsonNode renewal) {
        return SubjectPublicKeyInfo.getInstance(
                Base64.getDecoder().decode(renewal.get("publicKey").textValue()));
    }

    private static boolean holds(KeyContainer container, String certificate) {
        return !container.chain().isEmpty()
                && Thumbprint.sha256(container.chain().getFirst()).equals(certificate);
    }
}
