// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.request.ReceivedRequest;

/**
 * What can still be made out in a record that is damaged (torn, overwritten in parts) or of a newer version. Nothing of it counts by itself: a request proves itself by its
 * signature, and a public key by the container that holds its private one.
 *
 * @param storageId the medium
 * @param request signed by its key
 * @param publicKey the request's, else the one that stands there
 */
record Salvage(
        @Nullable String storageId,
        @Nullable ReceivedRequest request,
        @Nullable SubjectPublicKeyInfo publicKey) {
    private static final Salvage NOTHING = new Salvage(null, null, null);

    private static final Pattern STORAGE = Pattern.compile("\"storage\"\\s*:\\s*\"([A-Za-z0-9_-]{1,128})\"");
    /** It may be the last thing that was written: whether it is whole, its signature tells. */
    private static final Pattern REQUEST = Pattern.compile("\"request\"\\s*:\\s*\"([A-Za-z0-9+/=]{4,90000})");

    private static final Pattern KEY = Pattern.compile("\"publicKey\"\\s*:\\s*\"([A-Za-z0-9+/=]{4,90000})\"");

    /**
     * Looks for what is left.
     *
     * @param id of the renewal: a text that does not name it is that of another one, and nothing is taken from it
     */
    static Salvage of(byte[] text, String id) {
        String readable = new String(text, StandardCharsets.ISO_8859_1);
        if (!readable.contains("\"" + id + "\"")) {
            return NOTHING;
        }
        ReceivedRequest request =
                first(REQUEST, readable).flatMap(Salvage::request).orElse(null);
        SubjectPublicKeyInfo key =
                request == null ? first(KEY, readable).flatMap(Salvage::key).orElse(null) : request.publicKey();
        return new Salvage(first(STORAGE, readable).orElse(null), request, key);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<ReceivedRequest> request(String base64) {
        return readable(() -> ReceivedRequest.read(Base64.getDecoder().decode(base64)));
    }

    private static Optional<SubjectPublicKeyInfo> key(String base64) {
        return readable(
                () -> SubjectPublicKeyInfo.getInstance(Base64.getDecoder().decode(base64)));
    }

    private static <T> Optional<T> readable(UntrustedDer.Reading<T> reading) {
        try {
            return Optional.of(UntrustedDer.read(ErrorCode.JOURNAL_DAMAGED, "record", reading));
        } catch (Fault e) {
            return Optional.empty();
        }
    }
}
