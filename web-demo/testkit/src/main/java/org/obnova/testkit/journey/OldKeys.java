// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What comes after a renewal: the old certificate goes to the archive, and a document that was encrypted to it is read. */
public final class OldKeys {
    private static final String TEXT = "Старый документ: он зашифрован для прежнего сертификата.\n";

    private final Accountant accountant;
    private final Steps steps;
    private final String algorithm;

    /** Steps that are printed and timed; the algorithm is that of her keys. */
    public OldKeys(Accountant accountant, Steps steps, String algorithm) {
        this.accountant = accountant;
        this.steps = steps;
        this.algorithm = algorithm;
    }

    /** Archives and decrypts, and leaves in a folder {@code old.txt.p7m} and what was read of it, {@code old.txt}. */
    public void into(Path folder) throws IOException {
        Keys keys = new Keys(accountant.workplace(), accountant.server());
        accountant.person().knows(accountant.oldPassword());
        steps.step("old certificate in the archive", () -> {
            List<String> results = keys.archive("replaced");
            if (!results.equals(List.of("archived"))) {
                throw new IOException("the archive: " + results);
            }
        });
        Path encrypted = encrypted(folder, keys.old("replaced"));
        steps.step("old document decrypted in the page", () -> {
            String read = Files.readString(keys.decrypt(encrypted));
            if (!read.equals(TEXT)) {
                throw new IOException("decrypted: " + read);
            }
        });
    }

    private Path encrypted(Path folder, String sha256) throws IOException {
        Path text = Files.writeString(folder.resolve("old-before.txt"), TEXT);
        for (Path container : Artefacts.containers(accountant.server().handout())) {
            ForeignFiles openssl = new ForeignFiles(container, accountant.oldPassword(), algorithm);
            if (openssl.sha256(folder).equals(sha256)) {
                return openssl.encrypted(text, folder.resolve("old.txt.p7m"));
            }
        }
        throw new IOException("nobody was handed the certificate " + sha256);
    }
}
