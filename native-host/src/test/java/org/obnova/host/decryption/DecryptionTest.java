// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;

class DecryptionTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final byte[] TEXT = "Отчёт за 2019 год\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST = 8 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Recipients recipients;

    @SuppressWarnings("NullAway.Init")
    private static Workplace host;

    @BeforeEach
    void forgetWindows() {
        host.person().encrypted().clear();
    }

    @BeforeAll
    static void archive() {
        recipients = new Recipients(new OpenSsl(folder));
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
        for (String kind : Recipients.KINDS.keySet()) {
            recipients.put(host, host.storages().computer(), kind, "");
        }
    }

    /** Every algorithm that OpenSSL and its engine make messages with. */
    static Stream<Arguments> messages() {
        List<Arguments> all = new ArrayList<>();
        for (String cipher : List.of(
                "aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "aes-128-gcm", "aes-192-gcm", "aes-256-gcm", "des3")) {
            all.add(Arguments.of("rsa", List.of("-" + cipher)));
            all.add(Arguments.of("p256", List.of("-" + cipher)));
        }
        for (String hash : List.of("sha1", "sha224", "sha256", "sha384", "sha512")) {
            all.add(Arguments.of(
                    "rsa",
                    List.of(
                            "-aes256",
                            "-recip",
                            "rsa.pem",
                            "-keyopt",
                            "rsa_padding_mode:oaep",
                            "-keyopt",
                            "rsa_oaep_md:" + hash)));
            all.add(Arguments.of("p384", List.of("-aes256", "-recip", "p384.pem", "-keyopt", "ecdh_kdf_md:" + hash)));
        }
        all.add(Arguments.of(
                "rsa",
                List.of(
                        "-aes256",
                        "-recip",
                        "rsa.pem",
                        "-keyopt",
                        "rsa_padding_mode:oaep",
                        "-keyopt",
                        "rsa_oaep_md:sha256",
                        "-keyopt",
                        "rsa_mgf1_md:sha1")));
        all.add(Arguments.of(
                "rsa",
                List.of(
                        "-aes256",
                        "-recip",
                        "rsa.pem",
                        "-keyopt",
                        "rsa_padding_mode:oaep",
                        "-keyopt",
                        "rsa_oaep_label:6f626e6f7661")));
        all.add(Arguments.of("p521", List.of("-aes256", "-recip", "p521.pem", "-keyopt", "ecdh_cofactor_mode:1")));
        for (String kind : List.of("gost256", "gost256a", "gost512", "gost512c")) {
            for (String cipher : List.of(
                    "gost89",
                    "magma-ctr-acpkm",
                    "magma-ctr-acpkm-omac",
                    "kuznyechik-ctr-acpkm",
                    "kuznyechik-ctr-acpkm-omac")) {
                all.add(Arguments.of(kind, List.of("-" + cipher)));
            }
        }
        for (String kind : List.of("rsa", "p256", "gost256")) {
            String cipher = kind.startsWith("gost") ? "-gost89" : "-aes256";
            all.add(Arguments.of(kind, List.of(cipher, "-keyid")));
            all.add(Arguments.of(kind, List.of(cipher, "-stream", "-indef")));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void decrypt_giveBackWhatOpenSslEncrypted(String kind, List<String> options) {
        byte[] message = recipients.encrypt(TEXT, kind, options.toArray(String[]::new));
        Decrypted decrypted = decrypt(message);
        assertThat(decrypted.content()).isEqualTo(TEXT);
        assertThat(decrypted.certificate()).isEqualTo(Thumbprint.sha256(recipients.certificate(kind)));
    }

    /** Sizes at which a cipher changes its key on the way, and those around a block. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1024, 1025, 4096, 8192, 8193, 65_536, 262_144, 262_145, 600_001})
    void decrypt_giveBackContentsOfAllSizes(int octets) {
        byte[] text = new byte[octets];
        new SecureRandom().nextBytes(text);
        for (String cipher :
                List.of("gost89", "magma-ctr-acpkm-omac", "kuznyechik-ctr-acpkm", "kuznyechik-ctr-acpkm-omac")) {
            assertThat(decrypt(recipients.encrypt(text, "gost256", "-" + cipher))
                            .content())
                    .as(cipher)
                    .isEqualTo(text);
        }
        for (String cipher : List.of("aes-256-cbc", "aes-128-gcm", "des3")) {
            assertThat(decrypt(recipients.encrypt(text, "rsa", "-" + cipher)).content())
                    .as(cipher)
                    .isEqualTo(text);
        }
    }

    @Test
    void decrypt_nameTheCertificate_whenItsKeyIsNotAtHand() {
        recipients.make("absent", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
        byte[] message = recipients.encrypt(TEXT, "absent", "-aes256");
        Fault fault = fault(message);
        assertThat(fault.code()).isEqualTo(ErrorCode.MESSAGE_NOT_ADDRESSED);
        assertThat(fault.values()).containsEntry("recipients", "certificate no. 1234abcd, issuer “Old absent”");
        assertThat(fault(recipients.encrypt(TEXT, "absent", "-aes256", "-keyid"))
                        .values()
                        .get("recipients"))
                .startsWith("certificate of the key ");
        assertThat(host.person().encrypted()).as("no window").isEmpty();
    }

    @Test
    void decrypt_findTheOneRecipientAtHand_amongSeveral() {
        recipients.make("absent", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
        byte[] message = recipients.encrypt(
                TEXT, "absent", "-aes256", "-recip", "absent.pem", "-recip", "p384.pem", "-recip", "rsa.pem");
        assertThat(decrypt(message).content()).isEqualTo(TEXT);
    }

    @Test
    void decrypt_askFirst_andUseNoKeyWithoutConsent() {
        byte[] message = recipients.encrypt(TEXT, "rsa", "-aes256");
        Workplace locked = new Workplace(folder.resolve("locked"), FileActions.disk(), AUTHORITY.root());
        recipients.put(locked, locked.storages().computer(), "rsa", "password");
        Decryption decryption = new Decryption(locked.storages(), locked.person(), new SecureRandom());
        locked.person().refusesToDecrypt();
        assertFault(ErrorCode.CANCELLED, () -> decryption.decrypt(new FakeTask(), message, MOST));
        assertThat(locked.person().questions()).as("no password was asked for").isEmpty();

        locked.person().enters("wrong", "password");
        assertThat(decryption.decrypt(new FakeTask(), message, MOST).content()).isEqualTo(TEXT);
        assertThat(locked.person().encrypted().getLast().storageLabel()).isEqualTo("This computer");
        assertThat(locked.person().encrypted().getLast().octets()).isBetween(TEXT.length, TEXT.length + 16);
        assertThat(locked.person().questions())
                .extracting(PasswordPrompt.Question::purpose)
                .containsOnly(Purpose.DECRYPT_DOCUMENT);
    }

    @Test
    void decrypt_refuseWhatItDoesNotKnow_beforeThePersonIsAsked() {
        assertFault(ErrorCode.CIPHER_UNSUPPORTED, () -> decrypt(recipients.encrypt(TEXT, "rsa", "-camellia256")));
        byte[] signed = recipients
                .openssl()
                .put("text", TEXT)
                .must("cms", "-sign", "-in", "text", "-signer", "rsa.pem", "-inkey", "rsa.key", "-outform", "DER");
        assertFault(ErrorCode.CIPHER_UNSUPPORTED, () -> decrypt(signed));
        byte[] secret = recipients
                .openssl()
                .must(
                        "cms",
                        "-encrypt",
                        "-in",
                        "text",
                        "-aes256",
                        "-outform",
                        "DER",
                        "-secretkey",
                        "000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f",
                        "-secretkeyid",
                        "01");
        assertFault(ErrorCode.MESSAGE_NOT_ADDRESSED, () -> decrypt(secret));
        assertThat(host.person().encrypted()).isEmpty();
    }

    @Test
    void decrypt_refuseWhatIsTooLarge() {
        byte[] message = recipients.encrypt(TEXT, "rsa", "-aes256");
        assertFault(
                ErrorCode.MESSAGE_TOO_LARGE, () -> decryption().decrypt(new FakeTask(), message, message.length - 1));
        decryption().decrypt(new FakeTask(), message, message.length);
    }

    /** Each octet changed, and each length cut: always a fault of these, never another exception, and never the text of a message with a MAC. */
    @ParameterizedTest
    @CsvSource({
        "rsa, aes-256-gcm, true",
        "p256, aes-128-gcm, true",
        "rsa, aes-256-cbc, false",
        "gost256, gost89, false",
        "gost256, kuznyechik-ctr-acpkm-omac, true",
        "gost512, magma-ctr-acpkm, false"
    })
    void decrypt_tellApart_damageAndNothingElse(String kind, String cipher, boolean authenticated) {
        byte[] message = recipients.encrypt(TEXT, kind, "-" + cipher);
        List<ErrorCode> known =
                List.of(ErrorCode.MESSAGE_DAMAGED, ErrorCode.CIPHER_UNSUPPORTED, ErrorCode.MESSAGE_NOT_ADDRESSED);
        for (int at = 0; at < message.length; at++) {
            byte[] changed = message.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Object came = outcome(changed);
            if (came instanceof ErrorCode code) {
                assertThat(known).as("octet %d", at).contains(code);
            } else if (authenticated && came instanceof byte[] content) {
                assertThat(content).as("octet %d counts for nothing", at).isEqualTo(TEXT);
            }
            assertThat(known).as("cut to %d", at).contains((ErrorCode) outcome(Arrays.copyOf(message, at)));
        }
    }

    /** No padding oracle: a key that does not decrypt and a content that does not decrypt are the same to a page. */
    @Test
    void decrypt_failTheSameWay_wheneverAKeyWasUsed() {
        for (String kind : List.of("rsa", "p256")) {
            byte[] message = recipients.encrypt(TEXT, kind, "-aes-256-gcm");
            EncryptedMessage parts = EncryptedMessage.read(message);
            byte[] wrongKey = replaced(message, parts.recipients().getFirst().encryptedKey());
            byte[] wrongContent = replaced(message, parts.content());
            for (byte[] wrong : List.of(wrongKey, wrongContent)) {
                Fault fault = fault(wrong);
                assertThat(fault.code()).isEqualTo(ErrorCode.MESSAGE_DAMAGED);
                assertThat(fault)
                        .hasMessage("the message does not decrypt with the key it is addressed to")
                        .hasNoCause();
            }
        }
    }

    /** A key of another content, well padded and of another length, is no other failure than one that is badly padded. */
    @Test
    void decrypt_takeARandomKey_whereThePaddingOfRsaIsWrong() {
        byte[] message = recipients.encrypt(TEXT, "rsa", "-kuznyechik-ctr-acpkm");
        byte[] encryptedKey =
                EncryptedMessage.read(message).recipients().getFirst().encryptedKey();
        byte[] once = decrypt(replaced(message, encryptedKey)).content();
        byte[] again = decrypt(replaced(message, encryptedKey)).content();
        assertThat(once).as("no error tells of the padding").hasSameSizeAs(TEXT).isNotEqualTo(TEXT);
        assertThat(again).isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3080", "30820400", "308006092a864886f70d010703a080", "3084ffffffff"})
    void decrypt_refuseWhatIsNoMessage(String hex) {
        assertFault(ErrorCode.MESSAGE_DAMAGED, () -> decrypt(HexFormat.of().parseHex(hex)));
    }

    @Test
    void decrypt_refuseNesting_withoutEnd() {
        byte[] nested = new byte[1 << 20];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        assertFault(ErrorCode.MESSAGE_DAMAGED, () -> decrypt(nested));
    }

    private static byte[] replaced(byte[] message, byte[] part) {
        byte[] changed = message.clone();
        for (int at = 0; at + part.length <= message.length; at++) {
            if (Arrays.equals(message, at, at + part.length, part, 0, part.length)) {
                changed[at + part.length / 2] ^= 1;
                return changed;
            }
        }
        throw new AssertionError("the part is not in the message");
    }

    private static Object outcome(byte[] message) {
        try {
            return decrypt(message).content();
        } catch (Fault e) {
            return e.code();
        }
    }

    private static Fault fault(byte[] message) {
        try {
            decrypt(message);
        } catch (Fault e) {
            return e;
        }
        throw new AssertionError("decrypted");
    }

    private static Decrypted decrypt(byte[] message) {
        return decryption().decrypt(new FakeTask(), message, MOST);
    }

    private static Decryption decryption() {
        return new Decryption(host.storages(), host.person(), new SecureRandom());
    }
}
