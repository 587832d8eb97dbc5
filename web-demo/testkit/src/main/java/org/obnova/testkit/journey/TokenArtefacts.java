// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.testkit.TokenReader;
import org.obnova.testkit.TokenTool;

/** Collects with pkcs11-tool what a renewal left on a token, for {@code installer/verify.sh}. */
final class TokenArtefacts {
    private static final int CHALLENGE_OCTETS = 64;
    private static final Pattern ID =
            Pattern.compile("^Private Key Object.*?^ *ID: *(\\p{XDigit}+)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern VALUE = Pattern.compile("VALUE: *((?:\\p{XDigit}+\\s+)+)");
    private static final Pattern PART =
            Pattern.compile("label: *'(Obnova \\p{XDigit}+ (\\d+)/\\d+)'\\s+application: *'Obnova'");

    /** Octets before a part's own (native-host, ContainerPart). */
    private static final int HEAD = 61;

    private final TokenTool tool;
    private final Path folder;
    private final String objects;

    TokenArtefacts(TokenReader reader, Path folder) throws IOException {
        this.tool = new TokenTool(reader);
        this.folder = folder;
        this.objects = tool.objects(TokenReader.PIN);
        Files.writeString(folder.resolve("token-objects.txt"), objects);
    }

    /** What shows that the token holds the key pair and its certificate. */
    void ofKeyPair(String algorithm) throws IOException {
        Matcher found = ID.matcher(objects);
        if (!found.find()) {
            throw new IOException("no private key on the token:\n" + objects);
        }
        String id = found.group(1);
        tool.read(TokenReader.PIN, List.of("--type", "cert", "--id", id), folder.resolve("token-certificate.der"));
        Path publicKey = folder.resolve("token-public.der");
        if (algorithm.startsWith("gost")) {
            // pkcs11-tool reads no such key, but lists its value.
            Files.write(publicKey, point(id));
        } else {
            tool.read(TokenReader.PIN, List.of("--type", "pubkey", "--id", id), publicKey);
        }
        byte[] challenge = new byte[CHALLENGE_OCTETS];
        new SecureRandom().nextBytes(challenge);
        Path text = Files.write(folder.resolve("token-challenge.bin"), challenge);
        tool.sign(TokenReader.PIN, algorithm, id, text, folder.resolve("token-signature.bin"));
    }

    private byte[] point(String id) throws IOException {
        for (String object : objects.split("(?m)^(?=\\S)", -1)) {
            Matcher value = VALUE.matcher(object);
            if (object.startsWith("Public Key Object") && object.contains(id) && value.find()) {
                return HexFormat.of().parseHex(value.group(1).replaceAll("\\s", ""));
            }
        }
        throw new IOException("no public key " + id + " on the token:\n" + objects);
    }

    /** The container that the token stores: what its parts hold behind their heads, in the order of their labels. */
    void ofContainer(String name) throws IOException {
        Map<Integer, String> labels = new TreeMap<>();
        PART.matcher(objects).results().forEach(found -> labels.put(Integer.valueOf(found.group(2)), found.group(1)));
        ByteArrayOutputStream container = new ByteArrayOutputStream();
        for (String label : labels.values()) {
            Path part = folder.resolve("token-part.bin");
            tool.read(
                    TokenReader.PIN,
                    List.of("--type", "data", "--application-label", "Obnova", "--label", label),
                    part);
            byte[] octets = Files.readAllBytes(part);
            container.write(octets, HEAD, octets.length - HEAD);
            Files.delete(part);
        }
        Files.write(folder.resolve(name), container.toByteArray());
    }
}
