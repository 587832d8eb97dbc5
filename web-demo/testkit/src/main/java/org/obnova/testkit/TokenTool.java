// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What a stranger sees on a token and does with it: pkcs11-tool of OpenSC, which has no line of ours. PINs go by the environment. */
public final class TokenTool {
    private static final Map<String, String> ENGLISH = Map.of("LC_ALL", "C.UTF-8");

    private final TokenReader reader;

    /** On the token of a reader. */
    public TokenTool(TokenReader reader) {
        this.reader = reader;
    }

    /** What {@code --list-objects} prints after the login. */
    public String objects(String pin) {
        return asUser(pin, List.of("--list-objects"));
    }

    /** What {@code --list-objects} prints to everybody. */
    public String publicObjects() {
        return run(Map.of(), List.of("--list-objects"));
    }

    /** Reads an object's value into a file. */
    public void read(String pin, List<String> which, Path file) {
        List<String> words = new ArrayList<>(List.of("--read-object", "--output-file", file.toString()));
        words.addAll(which);
        asUser(pin, words);
    }

    /**
     * Has the token sign a file with a key.
     *
     * @param algorithm {@code gost256}, {@code gost512}, {@code ec} or {@code rsa}
     * @param id the key's {@code CKA_ID} in hex
     */
    public void sign(String pin, String algorithm, String id, Path text, Path signature) throws IOException {
        Path input = Files.createTempFile(signature.getParent(), "digest", null);
        try {
            boolean gost = algorithm.startsWith("gost");
            List<String> digest = new ArrayList<>(List.of("openssl", "dgst"));
            digest.addAll(
                    gost ? List.of("-engine", "gost", "-md_gost12_" + algorithm.substring(4)) : List.of("-sha256"));
            digest.addAll(List.of("-binary", "-out", input.toString(), text.toString()));
            succeed(Program.run(ENGLISH, digest), digest);
            List<String> words = new ArrayList<>(List.of("--sign", "--id", id, "--output-file", signature.toString()));
            words.addAll(List.of("--input-file", input.toString()));
            words.addAll(mechanism(algorithm, input));
            asUser(pin, words);
        } finally {
            Files.deleteIfExists(input);
        }
    }

    /** Rutoken's numbers for GOST; for RSA the digest becomes a DigestInfo (RFC 8017, 9.2). */
    private static List<String> mechanism(String algorithm, Path input) throws IOException {
        return switch (algorithm) {
            case "gost256" -> List.of("--mechanism", "0x1201");
            case "gost512" -> List.of("--mechanism", "0xD4321006");
            case "ec" -> List.of("--mechanism", "ECDSA", "--signature-format", "openssl");
            default -> {
                byte[] prefix = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
                byte[] digest = Files.readAllBytes(input);
                byte[] info = Arrays.copyOf(prefix, prefix.length + digest.length);
                System.arraycopy(digest, 0, info, prefix.length, digest.length);
                Files.write(input, info);
                yield List.of("--mechanism", "RSA-PKCS");
            }
        };
    }

    /** The administrator gives the user a new PIN, which unblocks the token. */
    public void unblock(String newPin) {
        run(
                Map.of("OBNOVA_SO_PIN", TokenReader.ADMINISTRATOR_PIN, "OBNOVA_NEW_PIN", newPin),
                List.of(
                        "--login",
                        "--login-type",
                        "so",
                        "--so-pin",
                        "env:OBNOVA_SO_PIN",
                        "--init-pin",
                        "--new-pin",
                        "env:OBNOVA_NEW_PIN"));
    }

    private String asUser(String pin, List<String> words) {
        List<String> all = new ArrayList<>(List.of("--login", "--pin", "env:OBNOVA_PIN"));
        all.addAll(words);
        return run(Map.of("OBNOVA_PIN", pin), all);
    }

    private String run(Map<String, String> secrets, List<String> words) {
        List<String> command = new ArrayList<>(
                List.of("pkcs11-tool", "--module", reader.module().toString()));
        command.addAll(words);
        Map<String, String> environment = new HashMap<>(ENGLISH);
        environment.putAll(secrets);
        return succeed(Program.run(environment, command), command);
    }

    private static String succeed(Program.Result result, List<String> command) {
        if (result.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result.output());
        }
        return result.output();
    }
}
