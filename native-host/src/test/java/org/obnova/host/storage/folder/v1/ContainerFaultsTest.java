// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.fault.Faults;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SampleKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.PfxMac;

/** What can be wrong with a container is told apart, and nothing that stands in a file makes the host fail otherwise. */
class ContainerFaultsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PASSWORD = "Пароль";

    private static final ContainerCodec CODEC = new ContainerCodec();

    @SuppressWarnings("NullAway.Init")
    private static SoftwareKey key;

    @SuppressWarnings("NullAway.Init")
    private static byte[] locked;

    @SuppressWarnings("NullAway.Init")
    private static byte[] open;

    @BeforeAll
    static void sealTwo() {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Root")) {
            key = SampleKeys.of(KeyAlgorithm.GOST_2012_256);
            var chain = List.of(root.issue(new X500Name("CN=Holder"), key.publicKey()), root.certificate());
            locked = seal(PASSWORD, chain);
            open = seal("", chain);
        }
    }

    private static byte[] seal(String password, List<X509CertificateHolder> chain) {
        try (Secret secret = Secret.ofPassword(password.toCharArray())) {
            return CODEC.seal(key, chain, "Анна", secret, RANDOM);
        }
    }

    @AfterAll
    static void end() {
        key.close();
    }

    @Test
    void wholeContainerTellsEverythingAndOpens() {
        Content content = CODEC.inspect(locked);
        assertThat(content.label()).isEqualTo("Анна");
        assertThat(content.publicKey()).isEqualTo(key.publicKey());
        assertThat(content.chain()).hasSize(2);
        assertThat(content.formatVersion()).isEqualTo(1);
        assertThat(content.needsPassword()).isTrue();
        assertThat(CODEC.inspect(open).needsPassword()).isFalse();
        assertThat(outcome(locked, PASSWORD)).isEqualTo("none");
        assertThat(outcome(open, "")).isEqualTo("none");
    }

    @Test
    void containerBeforeIssueNamesItsPublicKey() {
        Content content = CODEC.inspect(seal(PASSWORD, List.of()));
        assertThat(content.publicKey()).isEqualTo(key.publicKey());
        assertThat(content.chain()).isEmpty();
    }

    @Test
    void anotherPasswordIsWrong() {
        assertThat(outcome(locked, "")).isEqualTo("wrong_password");
        assertThat(outcome(locked, "пароль")).isEqualTo("wrong_password");
        assertThat(outcome(open, " ")).isEqualTo("wrong_password");
    }

    @Test
    void containerCutOffAnywhereIsDamaged() {
        for (int length = 0; length < locked.length; length += length < 64 ? 1 : 13) {
            byte[] cut = Arrays.copyOf(locked, length);
            assertThat(Faults.codeOf(() -> CODEC.inspect(cut)))
                    .as("cut at %d", length)
                    .isEqualTo("container_damaged");
            assertThat(outcome(cut, PASSWORD)).as("cut at %d", length).isEqualTo("container_damaged");
        }
    }

    /** Parts without content: the library gives null for them. */
    @Test
    void containerWithoutContentIsDamaged() throws IOException {
        ContentInfo noData = new ContentInfo(PKCSObjectIdentifiers.data, null);
        assertThat(outcome(new Pfx(noData, null).getEncoded(), "")).isEqualTo("container_damaged");
        assertThat(outcome(pfx(noData), "")).isEqualTo("container_damaged");
        assertThat(outcome(pfx(new ContentInfo(PKCSObjectIdentifiers.encryptedData, null)), ""))
                .isEqualTo("container_damaged");
    }

    @Test
    void containerNestedBeyondMeasureIsDamaged() {
        byte[] nested = new byte[1 << 19];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        assertThat(outcome(nested, "")).isEqualTo("container_damaged");
    }

    /** The MAC is quick to check; what lies behind it is not. */
    @Test
    void listingStretchesNoPasswordLong_whateverTheContainerAsksFor() throws IOException {
        AlgorithmIdentifier slow = pbes2(5_000_000);
        DERSequence encrypted = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(0),
            new DERSequence(new ASN1Encodable[] {
                PKCSObjectIdentifiers.data, slow, new DERTaggedObject(false, 0, new DEROctetString(new byte[16]))
            })
        });
        byte[] bomb = pfx(new ContentInfo(PKCSObjectIdentifiers.encryptedData, encrypted));
        assertThat(Faults.codeOf(() -> CODEC.inspect(bomb))).isEqualTo("container_unsupported");
        byte[] shrouded = pfx(new ContentInfo(
                PKCSObjectIdentifiers.data,
                new DEROctetString(new DERSequence(new SafeBag(
                                PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                                new EncryptedPrivateKeyInfo(slow, new byte[16]).toASN1Primitive(),
                                null))
                        .getEncoded())));
        assertThat(Faults.codeOf(() -> CODEC.inspect(shrouded))).isEqualTo("container_unsupported");
    }

    private static AlgorithmIdentifier pbes2(int iterations) {
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(
                                PKCSObjectIdentifiers.id_PBKDF2,
                                new PBKDF2Params(
                                        new byte[8],
                                        iterations,
                                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
    }

    /** With a right MAC for the empty password, made quickly. */
    private static byte[] pfx(ContentInfo part) throws IOException {
        byte[] content = new DERSequence(part).getEncoded();
        try (Secret empty = Secret.empty()) {
            MacData mac = PfxMac.of(content, empty, new byte[8]);
            return new Pfx(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)), mac).getEncoded();
        }
    }

    @Test
    void containerWithTrailingOctetsIsDamaged() {
        assertThat(outcome(Arrays.copyOf(locked, locked.length + 1), PASSWORD)).isEqualTo("container_damaged");
    }

    /**
     * Damage is told from a wrong password, but where it hits the 32 octets of the MAC or the 20 that say that the container is ours. Unnoticed is
     * only what says nothing: the class of a tag in the outermost frame, and the parameters of the digest.
     */
    @Test
    void everyChangedOctetIsFoundAndHardlyEverBlamedOnThePassword() {
        Set<Integer> blamed = new TreeSet<>();
        Set<Integer> unnoticed = new TreeSet<>();
        for (int place = 0; place < open.length; place++) {
            byte[] changed = open.clone();
            changed[place] ^= (byte) (1 << (place % 8));
            switch (outcome(changed, "")) {
                case "container_damaged", "container_unsupported", "container_newer", "container_without_key" -> {}
                case "wrong_password" -> blamed.add(place);
                case "none" -> unnoticed.add(place);
                default -> fail("octet %d", place);
            }
        }
        assertThat(blamed).hasSizeLessThanOrEqualTo(54);
        assertThat(unnoticed).hasSizeLessThanOrEqualTo(4).allMatch(place -> place < 40 || place > open.length - 80);
    }

    @Test
    void noiseOfAnyKindIsRefusedAsAFault() {
        Random random = new Random(20261122);
        for (int round = 0; round < 3000; round++) {
            byte[] noise = open.clone();
            int changes = 1 + random.nextInt(8);
            for (int i = 0; i < changes; i++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            if (random.nextBoolean()) {
                noise = Arrays.copyOf(noise, random.nextInt(2 * noise.length));
            }
            byte[] input = noise;
            assertThat(outcome(input, "")).isNotEmpty();
            assertThat(Faults.codeOf(() -> CODEC.inspect(input))).isNotEmpty();
        }
    }

    @Test
    void deepNestingIsRefusedAsAFault() {
        byte[] deep = new byte[200_000];
        Arrays.fill(deep, (byte) 0x30);
        byte[] endless = new byte[200_000];
        for (int i = 0; i < endless.length; i += 2) {
            endless[i] = 0x30;
            endless[i + 1] = (byte) 0x80;
        }
        assertThat(outcome(deep, "")).isEqualTo("container_damaged");
        assertThat(outcome(endless, "")).isEqualTo("container_damaged");
    }

    @Test
    void hugeFileIsRefusedUnread() {
        assertThat(outcome(new byte[(1 << 20) + 1], "")).isEqualTo("container_unsupported");
    }

    @Test
    void newerFormatIsNamedAndNotBlamed() {
        byte[] newer = replaced(markOf(1), markOf(2));
        assertThat(Faults.codeOf(() -> CODEC.inspect(newer))).isEqualTo("container_newer");
        assertThat(outcome(newer, PASSWORD)).isEqualTo("container_newer");
    }

    /** The version is the first number of the mark, right before the public key. */
    private static byte[] markOf(int version) {
        byte[] number = {0x02, 0x01, (byte) version};
        byte[] publicKey = encoded(key.publicKey());
        byte[] both = Arrays.copyOf(number, number.length + 8);
        System.arraycopy(publicKey, 0, both, number.length, 8);
        return both;
    }

    @Test
    void iterationCountThatWouldHangTheHostIsRefused() {
        byte[] many = replaced(encoded(new ASN1Integer(150_000)), encoded(new ASN1Integer(8_388_607)));
        assertThat(outcome(many, PASSWORD)).isIn("container_damaged", "container_unsupported");

        // The same in a container that another program made: without our mark there is no checksum to tell, and had it
        // been hashed, the password would be blamed.
        byte[] foreign = replaced(many, encoded(Mark.OID), otherOid());
        assertThat(outcome(foreign, PASSWORD)).isEqualTo("container_unsupported");
    }

    private static byte[] otherOid() {
        byte[] oid = encoded(Mark.OID);
        oid[oid.length - 1] ^= 1;
        return oid;
    }

    @Test
    void certificateOfAnotherKeyIsNotSealed() {
        try (TestAuthority root = TestAuthority.root(KeyAlgorithm.EC_P256, "Root")) {
            assertThat(Faults.codeOf(() -> seal("", List.of(root.certificate()))))
                    .isEqualTo("certificate_key_mismatch");
        }
    }

    @Test
    void sequenceThatIsNoContainerIsDamaged() {
        byte[] other = encoded(new DERSequence(new ASN1Encodable[] {new ASN1Integer(BigInteger.TEN)}));
        assertThat(outcome(other, "")).isEqualTo("container_damaged");
    }

    private static String outcome(byte[] container, String password) {
        try (Secret secret = Secret.ofPassword(password.toCharArray())) {
            return Faults.codeOf(() -> CODEC.open(container, secret).close());
        }
    }

    private static byte[] replaced(byte[] from, byte[] to) {
        return replaced(locked, from, to);
    }

    private static byte[] replaced(byte[] container, byte[] from, byte[] to) {
        String hex = HexFormat.of().formatHex(container);
        String changed =
                hex.replace(HexFormat.of().formatHex(from), HexFormat.of().formatHex(to));
        assertThat(changed).isNotEqualTo(hex).hasSameSizeAs(hex);
        return HexFormat.of().parseHex(changed);
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
