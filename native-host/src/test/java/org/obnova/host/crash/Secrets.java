// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;

/** What must lie in no file as it is: passwords, and private keys in whatever order of octets; looked for in the octets of all files. */
final class Secrets {
    /** An object identifier of a key's algorithm behind PKCS#8's version and the beginning of an AlgorithmIdentifier. */
    private static final List<String> ALGORITHMS =
            List.of("06072a8648ce3d0201", "06092a864886f70d010101", "06082a85030701010101", "06082a85030701010102");

    private final Map<String, byte[]> wanted = new LinkedHashMap<>();

    Secrets() {
        for (String password : List.of(Desk.NEW_PASSWORD, Desk.COPY_PASSWORD, Desk.CHANGED_PASSWORD)) {
            add("a password in UTF-8", password.getBytes(StandardCharsets.UTF_8));
            add("a password in UTF-16", password.getBytes(StandardCharsets.UTF_16LE));
            add("a password in UTF-16", password.getBytes(StandardCharsets.UTF_16BE));
        }
    }

    private void add(String what, byte[] octets) {
        wanted.put(what + " (" + wanted.size() + ")", octets);
    }

    /** All keys of the desk's containers are secrets too. */
    void addKeys(Desk desk) {
        for (KeyContainer each : Judge.containers(desk)) {
            desk.host().person().enters(Desk.NEW_PASSWORD, Desk.COPY_PASSWORD, Desk.CHANGED_PASSWORD);
            try (SoftwareKey key = each.export(new FakeTask(), Purpose.READ_FOR_BACKUP);
                    Secret pkcs8 = key.pkcs8()) {
                add(PrivateKeyFactory.createKey(pkcs8.copy()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void add(AsymmetricKeyParameter key) {
        switch (key) {
            case ECPrivateKeyParameters ec ->
                addNumber(ec.getD(), (ec.getParameters().getN().bitLength() + 7) / 8);
            case RSAPrivateCrtKeyParameters rsa -> {
                for (BigInteger each : List.of(rsa.getExponent(), rsa.getP(), rsa.getQ())) {
                    addNumber(each, BigIntegers.getUnsignedByteLength(each));
                }
            }
            default -> throw new AssertionError("a key of another kind: " + key.getClass());
        }
    }

    private void addNumber(BigInteger number, int length) {
        byte[] octets = BigIntegers.asUnsignedByteArray(length, number);
        add("a private key", octets);
        add("a private key", Arrays.reverse(octets));
    }

    /** The contents of all files, by name. */
    static Map<Path, byte[]> contents(Desk desk) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        for (Path each : desk.files()) {
            try {
                contents.put(desk.folder().relativize(each), Files.readAllBytes(each));
            } catch (NoSuchFileException e) {
                throw new AssertionError("somebody still writes", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    /** Throws an assertion error where a secret lies in one of them. */
    void requireNone(Map<Path, byte[]> contents) {
        List<String> found = new ArrayList<>();
        contents.forEach((name, content) -> {
            // One octet is one character.
            String text = new String(content, StandardCharsets.ISO_8859_1);
            wanted.forEach((what, secret) -> {
                if (text.contains(new String(secret, StandardCharsets.ISO_8859_1))) {
                    found.add(what + " in " + name);
                }
            });
            if (ALGORITHMS.stream().anyMatch(each -> hasPrivateKeyInfo(text, each))) {
                found.add("a PKCS#8 private key in " + name);
            }
        });
        Judge.require(found.isEmpty(), "secrets lie open: " + found);
    }

    private static boolean hasPrivateKeyInfo(String text, String algorithm) {
        String identifier = new String(HexFormat.of().parseHex(algorithm), StandardCharsets.ISO_8859_1);
        // INTEGER 0, SEQUENCE and its length, which is one octet for all algorithms.
        for (int at = text.indexOf(identifier); at >= 0; at = text.indexOf(identifier, at + 1)) {
            if (at >= 5 && text.startsWith("\2\1\0\60", at - 5)) {
                return true;
            }
        }
        return false;
    }
}
