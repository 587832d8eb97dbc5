// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.keys.SoftwareKeys;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.Workplace;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyStorage;

/** Keys and certificates of every kind, made by OpenSSL; the certificates have expired. */
final class Recipients {
    /** How OpenSSL makes them. */
    static final Map<String, List<String>> KINDS = kinds();

    private final OpenSsl openssl;

    Recipients(OpenSsl openssl) {
        this.openssl = openssl;
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("rsa", List.of("rsa:2048"));
        kinds.put("p256", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
        kinds.put("p384", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-384"));
        kinds.put("p521", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-521"));
        kinds.put("gost256", List.of("gost2012_256", "-pkeyopt", "paramset:XA"));
        kinds.put("gost256a", List.of("gost2012_256", "-pkeyopt", "paramset:TCA"));
        kinds.put("gost512", List.of("gost2012_512", "-pkeyopt", "paramset:A"));
        kinds.put("gost512c", List.of("gost2012_512", "-pkeyopt", "paramset:C"));
        return kinds;
    }

    /** Makes key and certificate of that kind, once. */
    Recipients make(String kind) {
        return make(kind, KINDS.getOrDefault(kind, List.of()));
    }

    /** As {@link #make(String)}, of a kind that is not put anywhere. */
    Recipients make(String kind, List<String> how) {
        if (!openssl.file(kind + ".pem").toFile().exists()) {
            List<String> request = new ArrayList<>(List.of("req", "-x509", "-newkey"));
            request.addAll(how);
            request.addAll(List.of("-nodes", "-keyout", kind + ".key", "-out", kind + ".pem"));
            // Valid until yesterday, as seen on the day of the test.
            request.addAll(List.of("-subj", "/CN=Old " + kind, "-days", "1", "-set_serial", "0x1234abcd"));
            openssl.must(request.toArray(String[]::new));
            openssl.must("pkcs8", "-topk8", "-nocrypt", "-in", kind + ".key", "-outform", "DER", "-out", kind + ".p8");
            openssl.must("x509", "-in", kind + ".pem", "-outform", "DER", "-out", kind + ".der");
        }
        return this;
    }

    /** Who encrypts. */
    OpenSsl openssl() {
        return openssl;
    }

    X509CertificateHolder certificate(String kind) {
        try {
            return new X509CertificateHolder(make(kind).openssl.get(kind + ".der"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts key and certificate on a medium under this password. */
    void put(Workplace host, KeyStorage storage, String kind, String password) {
        try (Secret pkcs8 = Secret.owning(make(kind).openssl.get(kind + ".p8"));
                SoftwareKey key = SoftwareKeys.fromPkcs8(pkcs8)) {
            host.put(storage, key, List.of(certificate(kind)), password);
        }
    }

    /** What OpenSSL makes of a text for that certificate. */
    byte[] encrypt(byte[] text, String kind, String... options) {
        make(kind).openssl.put("text", text);
        List<String> command = new ArrayList<>(List.of("cms", "-encrypt", "-binary", "-in", "text", "-outform", "DER"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-out", "message"));
        if (Arrays.stream(options).noneMatch("-recip"::equals)) {
            command.add(kind + ".pem");
        }
        openssl.must(command.toArray(String[]::new));
        return openssl.get("message");
    }
}
