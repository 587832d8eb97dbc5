// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeProgramsPerson;
import org.obnova.host.person.FakeTask;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.personalstore.PublishState;

/** With OpenSSL in the place of Windows: it opens what Windows would be given, and signs with the key. */
@Timeout(120)
class WindowsStoreTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"installed", "already"})
    void store_beGivenWhatOthersCanOpen_andProveItsKey(String word) throws IOException {
        String openssl = """
                read password pfx message sha256
                cd %s
                printf %%s "$pfx" | base64 -d > in.pfx
                printf %%s "$message" | base64 -d > message
                openssl pkcs12 -legacy -in in.pfx -passin "pass:$password" -nodes -nocerts -out key.pem
                [ "$(openssl pkcs12 -legacy -in in.pfx -passin "pass:$password" -nokeys | grep -c BEGIN)" = 2 ]
                openssl dgst -sha256 -sign key.pem message > signature
                echo "%s $(base64 -w0 < signature)"
                """.formatted(folder, word);

        assertThat(put(openssl)).isEqualTo(PublishState.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat > nothing; echo installed AAAA", "echo installed", "exit 1", "echo installed ???"})
    void store_countForNothing_whenItsKeyDoesNotSign(String script) {
        assertFault(ErrorCode.PERSONAL_STORE_FAILED, () -> put("cd " + folder + "\n" + script));
    }

    @Test
    void key_beInNoArgument() {
        assertThat(WindowsStore.COMMAND).noneMatch(word -> word.contains("BEGIN") || word.length() > 4000);
    }

    private PublishState put(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("powershell"), "set -e\n" + script);
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.RSA_3072, "Test root");
                SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.RSA_3072, new SecureRandom())) {
            Identity identity = new Identity(
                    List.of(root.issue(new X500Name("CN=Anna"), key.publicKey()), root.certificate()), key, "Anna");
            return new WindowsStore(List.of("sh", program.toString()), new SecureRandom())
                    .put(new FakeTask(), identity, new FakeProgramsPerson());
        }
    }
}
