// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.keys.SoftwareKeys;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.secret.Secret;

/** A container of CryptoPro CSP, read from the octets of its files. Safe for use by several threads. */
public final class CryptoProContainer {
    /** Octets; the largest, the header with two certificates, has some five thousand. */
    private static final int LARGEST = 64 << 10;

    private static final byte[] ZEROS = new byte[16];
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private final String name;
    private final Header header;
    private final List<KeyPair> pairs;

    /**
     * One key pair of a container.
     *
     * @param exportable whether its owner may copy it, as the container's flags say
     * @param certificate where the container holds it
     */
    public record KeyPair(boolean exportable, Optional<X509CertificateHolder> certificate, Opening opening) {
        /** What only the container reads. */
        public sealed interface Opening permits Sealed {}
    }

    private record Sealed(Header.Pair pair, KeyMask mask, MaskedNumber number) implements KeyPair.Opening {}

    private CryptoProContainer(String name, Header header, List<KeyPair> pairs) {
        this.name = name;
        this.header = header;
        this.pairs = List.copyOf(pairs);
    }

    /**
     * Reads what lies open: everything but the private numbers.
     *
     * @param files the octets of the folder's files by their names in lower case
     * @throws Fault {@code CONTAINER_DAMAGED} also when a file is missing; {@code CONTAINER_UNSUPPORTED}
     */
    public static CryptoProContainer read(Map<String, byte[]> files) {
        return UntrustedDer.read(ErrorCode.CONTAINER_DAMAGED, "container", () -> {
            Header header = Header.read(file(files, "header.key"));
            List<KeyPair> pairs = new ArrayList<>();
            pairs.add(pair(header.first(), file(files, "masks.key"), file(files, "primary.key")));
            Optional<Header.Pair> second = header.second();
            if (second.isPresent() && files.containsKey("primary2.key")) {
                pairs.add(pair(second.get(), file(files, "masks2.key"), file(files, "primary2.key")));
            }
            return new CryptoProContainer(name(file(files, "name.key")), header, pairs);
        });
    }

    /** What its owner called it; characters that do not show themselves are replaced. */
    public String name() {
        return name;
    }

    /** The key pairs, the one for exchange first. */
    public List<KeyPair> pairs() {
        return pairs;
    }

    /** Whether the empty password does not open it. */
    public boolean needsPassword() {
        try (Secret empty = Secret.empty()) {
            return !accepts(empty);
        }
    }

    /**
     * Opens a key of this container, whether it is exportable or not: it then signs, and its owner's wish alone is not enough to copy it.
     *
     * @return to be closed by the caller
     * @throws Fault {@code WRONG_PASSWORD}, {@code CONTAINER_DAMAGED}, {@code ALGORITHM_UNSUPPORTED}
     */
    public SoftwareKey open(KeyPair pair, Secret password) {
        if (!accepts(password)) {
            throw new Fault(ErrorCode.WRONG_PASSWORD, "the MAC is another password's");
        }
        Sealed inside = (Sealed) pair.opening();
        return UntrustedDer.read(ErrorCode.CONTAINER_DAMAGED, "private key", () -> {
            try (Secret pkcs8 =
                    inside.number().pkcs8(inside.mask(), password, inside.pair().algorithm())) {
                SoftwareKey key = SoftwareKeys.fromPkcs8(pkcs8);
                if (!isOf(key, inside.pair())) {
                    key.close();
                    boolean told = header.passwordMac().isPresent();
                    ErrorCode code = told ? ErrorCode.CONTAINER_DAMAGED : ErrorCode.WRONG_PASSWORD;
                    throw new Fault(code, "the private key is not that of the public key");
                }
                return key;
            }
        });
    }

    private boolean accepts(Secret password) {
        return UntrustedDer.read(ErrorCode.CONTAINER_DAMAGED, "header", () -> {
            Optional<byte[]> expected = header.passwordMac();
            if (expected.isEmpty()) {
                return true;
            }
            byte[] key = PasswordKey.of(password, header.first().fingerprint());
            try {
                return MessageDigest.isEqual(expected.get(), Gost28147.mac(key, ZEROS));
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        });
    }

    private static boolean isOf(SoftwareKey key, Header.Pair pair) throws IOException {
        byte[] publicKey =
                ASN1OctetString.getInstance(key.publicKey().parsePublicKey()).getOctets();
        return Arrays.equals(Arrays.copyOf(publicKey, pair.fingerprint().length), pair.fingerprint());
    }

    private static KeyPair pair(Header.Pair pair, byte[] masks, byte[] primary) throws IOException {
        Sealed inside = new Sealed(pair, KeyMask.read(masks), MaskedNumber.read(primary));
        return new KeyPair(pair.exportable(), pair.certificate(), inside);
    }

    private static String name(byte[] der) {
        ASN1IA5String string =
                ASN1IA5String.getInstance(ASN1Sequence.getInstance(der).getObjectAt(0));
        // Cyrillic names are written in the code page of Windows, whatever the type says.
        byte[] octets = string.getString().getBytes(StandardCharsets.ISO_8859_1);
        return VisibleText.shown(new String(octets, CYRILLIC));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new Fault(ErrorCode.CONTAINER_DAMAGED, name + " is missing");
        }
        if (content.length > LARGEST) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, name + " of " + content.length + " octets");
        }
        return content;
    }
}
