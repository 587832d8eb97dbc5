// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeProgramsPerson;
import org.obnova.host.person.FakeTask;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.personalstore.PublishState;
import org.obnova.host.storage.token.Pkcs11Tool;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.PeerLaunch;

/** Databases made and judged by Mozilla's certutil and pk12util, and by OpenSSL. */
@Timeout(300)
class NssStoreTest {
    private static final String NAME = "Ёлкина Анна";

    @TempDir
    Path folder;

    private final FakeProgramsPerson person = new FakeProgramsPerson();
    private final TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Test root");
    private final TestAuthority authority = root.under(KeyAlgorithm.EC_P256, "Test CA", TestAuthority.CA);

    @AfterEach
    void close() {
        authority.close();
        root.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "RSA_3072"})
    void put_makeCertificateAndKeyUsable(KeyAlgorithm algorithm) throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"));
        try (SoftwareKey key = key(algorithm)) {
            X509CertificateHolder leaf = leaf(key);

            assertThat(put(identity(leaf, key))).isEqualTo(PublishState.INSTALLED);

            assertThat(tools.certutil("-L")).containsPattern(NAME + " +u,u,u");
            assertThat(tools.certutil("-L")).as("the issuer").contains("(CA)").doesNotContain("Test root");
            assertThat(tools.keys().lines().filter(line -> line.contains("< 0>")))
                    .singleElement()
                    .asString()
                    .contains(NAME);
            OpenSsl openssl = new OpenSsl(folder);
            tools.export(NAME, folder.resolve("out.p12"));
            byte[] exported = openssl.must(
                    "pkcs12", "-in", "out.p12", "-passin", "pass:export", "-nodes", "-nocerts", "-out", "key.pem");
            assertThat(exported).isNotNull();
            assertThat(openssl.must("pkey", "-in", "key.pem", "-pubout", "-outform", "DER"))
                    .isEqualTo(key.publicKey().getEncoded());
        }
    }

    @Test
    void put_findWhatIsThere_andMakeNothingTwice() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"));
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            Identity identity = identity(leaf(key), key);
            put(identity);
            String before = tools.certutil("-L") + tools.keys();

            assertThat(put(identity)).isEqualTo(PublishState.ALREADY);

            assertThat(tools.certutil("-L") + tools.keys()).isEqualTo(before);
        }
    }

    @Test
    void put_leaveOthersAlone_andHoldTheRenewedOneBesideTheOld() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"));
        try (SoftwareKey old = key(KeyAlgorithm.RSA_3072);
                SoftwareKey fresh = key(KeyAlgorithm.EC_P256)) {
            put(identity(leaf(old), old));

            put(identity(leaf(fresh), fresh));

            assertThat(tools.certutil("-L")
                            .lines()
                            .filter(line -> line.startsWith(NAME + " ") && line.contains("u,u,u")))
                    .hasSize(2);
            assertThat(put(identity(leaf(old), old))).isEqualTo(PublishState.INSTALLED);
        }
    }

    /** A key that no certificate names would be found by nobody, and never go again. */
    @Test
    void certificateThatTheStoreRefuses_leaveNoKeyBehind() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"));
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256);
                var pkcs8 = key.pkcs8()) {
            X509CertificateHolder leaf = leaf(key);
            byte[] point = leaf.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
            NssAnswer answer = new NssProcess(LaunchCommand.ofThisProgram())
                    .ask(new NssRequest.Put(
                            folder.resolve("db").toString(),
                            null,
                            List.of(leaf.getEncoded(), "no certificate".getBytes(StandardCharsets.UTF_8)),
                            point,
                            pkcs8,
                            NAME));

            assertThat(answer.outcome()).isEqualTo(NssAnswer.Outcome.FAILED);
            assertThatThrownBy(tools::keys).hasMessageContaining("no keys found");
            assertThat(put(identity(leaf, key))).as("repeated").isEqualTo(PublishState.INSTALLED);
            assertThat(tools.certutil("-L")).containsPattern(NAME + " +u,u,u");
        }
    }

    @Test
    void certificateWithoutItsKey_getTheKey() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"));
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            X509CertificateHolder leaf = leaf(key);
            Path der = Files.write(folder.resolve("leaf.der"), leaf.getEncoded());
            tools.certutil("-A", "-n", "imported before", "-t", ",,", "-i", der.toString());

            assertThat(put(identity(leaf, key))).isEqualTo(PublishState.INSTALLED);

            assertThat(tools.certutil("-L")).containsPattern("imported before +u,u,u");
        }
    }

    @Test
    void primaryPassword_beAskedFor_untilItIsRight() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"), "главный пароль");
        person.enters("wrong", "главный пароль");
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            Identity identity = identity(leaf(key), key);

            assertThat(put(identity)).isEqualTo(PublishState.INSTALLED);

            assertThat(person.shown).containsExactly("password of Firefox 0", "password of Firefox 1");
            assertThat(tools.keys()).contains(NAME);
            person.enters("главный пароль");
            assertThat(put(identity)).isEqualTo(PublishState.ALREADY);
        }
    }

    @Test
    void primaryPasswordThatIsNotEntered_leaveTheStoreAsItIs() throws IOException {
        NssTools tools = NssTools.database(folder.resolve("db"), "secret");
        String before = tools.certutil("-L");
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            assertFault(ErrorCode.PERSONAL_STORE_LOCKED, () -> put(identity(leaf(key), key)));
        }

        assertThat(tools.certutil("-L")).isEqualTo(before);
    }

    @Test
    void damagedStore_beNamed_andNotTouched() throws IOException {
        NssTools.database(folder.resolve("db"));
        Path certificates = Files.writeString(folder.resolve("db/cert9.db"), "not a database at all");
        Path keys = Files.writeString(folder.resolve("db/key4.db"), "nor this");
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            assertFault(ErrorCode.PERSONAL_STORE_DAMAGED, () -> put(identity(leaf(key), key)));
        }

        assertThat(certificates).hasContent("not a database at all");
        assertThat(keys).hasContent("nor this");
    }

    /** The database is mounted read-only for the process of NSS alone. */
    @Test
    void storeThatCannotBeWritten_beNamed() throws IOException {
        Pkcs11Tool.assumeInstalled("unshare");
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "namespaces of mounts are root's");
        NssTools tools = NssTools.database(folder.resolve("db"));
        String before = tools.certutil("-L");
        Path at = folder.resolve("db");
        String mount = "mount --bind " + at + " " + at + " && mount -o remount,bind,ro " + at + " && exec \"$@\"";
        List<String> prefix = List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", mount, "sh");
        LaunchCommand command = PeerLaunch.with(folder, Map.of(), prefix);
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
            assertFault(ErrorCode.PERSONAL_STORE_READ_ONLY, () -> put(identity(leaf(key), key), command));
        }

        assertThat(tools.certutil("-L")).isEqualTo(before);
    }

    @Test
    void processThatCrashesOrIsSilent_beNamed_andTakeNobodyAlong() throws IOException {
        NssTools.database(folder.resolve("db"));
        for (String way : List.of("kill -SEGV $$", "exit 0", "echo nonsense >&3")) {
            LaunchCommand command = PeerLaunch.with(folder, Map.of(), List.of("sh", "-c", way, "sh"));
            try (SoftwareKey key = key(KeyAlgorithm.EC_P256)) {
                assertFault(ErrorCode.PERSONAL_STORE_FAILED, () -> put(identity(leaf(key), key), command));
            }
        }
    }

    /** Nobody's key may lie on the disk in the open, not for a moment and not in what a crash would leave. */
    @Test
    void folderOfTheStore_holdNothingInTheOpen() throws IOException {
        NssTools.database(folder.resolve("db"));
        try (SoftwareKey key = key(KeyAlgorithm.EC_P256);
                var pkcs8 = key.pkcs8()) {
            put(identity(leaf(key), key));

            byte[] secret = ((ASN1OctetString) ASN1Sequence.getInstance(
                                    PrivateKeyInfo.getInstance(pkcs8.copy()).parsePrivateKey())
                            .getObjectAt(1))
                    .getOctets();
            String number = new String(secret, 1, 16, StandardCharsets.ISO_8859_1);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(number);
                }
            }
        }
    }

    private PublishState put(Identity identity) {
        return put(identity, LaunchCommand.ofThisProgram());
    }

    private PublishState put(Identity identity, LaunchCommand command) {
        NssPlaces.Database database = new NssPlaces.Database("Firefox", "default", folder.resolve("db"));
        return new NssStore(database, new NssProcess(command)).put(new FakeTask(), identity, person);
    }

    private Identity identity(X509CertificateHolder leaf, SoftwareKey key) {
        return new Identity(List.of(leaf, authority.certificate(), root.certificate()), key, NAME);
    }

    private X509CertificateHolder leaf(SoftwareKey key) {
        return authority.issue(new X500Name("CN=" + NAME), key.publicKey());
    }

    private static SoftwareKey key(KeyAlgorithm algorithm) {
        return new KeyGenerator().generate(algorithm, new SecureRandom());
    }
}
