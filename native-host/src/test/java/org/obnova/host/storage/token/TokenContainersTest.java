// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;
import org.obnova.host.storage.StorageState;

/** What the storages of tokens do beside the straight way of a renewal, with the test token in a real driver process. */
class TokenContainersTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final Duration DAY = Duration.ofDays(1);

    /** The label of the object that tells of the holder's container. */
    private static final String INDEX = "Obnova: " + Workplace.HOLDER.commonName();

    @TempDir
    private Path folder;

    @Test
    void keyOfAnotherProgram_signsWithTheCertificateAtHand() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        tool.mustAsUser(
                TestToken.PIN, "--keypairgen", "--key-type", "EC:prime256v1", "--id", "c0ffee", "--label", "Other");
        try (TokenHost host = host(token)) {
            KeyContainer bare = host.token().containers().getFirst();
            assertThat(bare.chain()).isEmpty();
            X509CertificateHolder certificate =
                    AUTHORITY.issue(new X500Name("CN=Other"), bare.publicKey(), NOW.minus(DAY));
            Files.write(folder.resolve("other.der"), certificate.getEncoded());
            tool.mustAsUser(TestToken.PIN, "--write-object", "other.der", "--type", "cert", "--id", "c0ffee");
            host.pins().enters(TestToken.PIN);
            assertThat(signed(host, certificate)).isNotEmpty();
        }
    }

    /** Public objects are anybody's to write. */
    @Test
    void foreignCertificateWithTheKeysId_installsNothing_andHidesNotTheKeysOwn() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            Made made = requested(host);
            String id = host.token().containers().getFirst().id().substring("object-".length());
            KeyContainer elsewhere = host.workplace().present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(DAY));
            X509CertificateHolder foreign =
                    AUTHORITY.issue(new X500Name("CN=Foreign"), elsewhere.publicKey(), NOW.minus(Duration.ofHours(1)));
            Files.write(folder.resolve("foreign.der"), foreign.getEncoded());
            tool.mustAsUser(TestToken.PIN, "--write-object", "foreign.der", "--type", "cert", "--id", id);
            assertThat(host.workplace().renewals().list(ORIGIN))
                    .extracting(each -> each.state())
                    .containsExactly(RenewalState.REQUESTED);

            host.pins().enters(TestToken.PIN, TestToken.PIN);
            X509CertificateHolder issued = installed(host, made);
            assertThat(host.token().containers().getFirst().chain().getFirst()).isEqualTo(issued);
            assertThat(signed(host, issued)).isNotEmpty();
        }
    }

    @Test
    void foreignCertificate_installsNothing_whereTheTokenHidesPublicKeys() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        try (TokenHost host = host(token)) {
            token.order("C_GenerateKeyPair 1 late-pull");
            host.pins().enters(TestToken.PIN);
            assertFault(ErrorCode.TOKEN_REMOVED, () -> requested(host));
            token.order();
            token.insert();
            String id = host.token().containers().getFirst().id().substring("object-".length());
            KeyContainer elsewhere = host.workplace().present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(DAY));
            X509CertificateHolder foreign =
                    AUTHORITY.issue(new X500Name("CN=Foreign"), elsewhere.publicKey(), NOW.minus(Duration.ofHours(1)));
            Files.write(folder.resolve("foreign.der"), foreign.getEncoded());
            tool.mustAsUser(TestToken.PIN, "--write-object", "foreign.der", "--type", "cert", "--id", id);
            tool.mustAsUser(TestToken.PIN, "--delete-object", "--type", "pubkey", "--id", id);
            assertThat(host.workplace().renewals().list(ORIGIN))
                    .extracting(each -> each.certificate())
                    .containsOnlyNulls();
        }
    }

    /** The key may lie on a token whose driver is down: nobody knows, and so no other one is made. */
    @Test
    void renewalWithoutANamedMedium_makesNoSecondKey_whileTheDriverOfTheFirstIsDown() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        try (TokenHost host = host(token)) {
            String storage = host.token().id();
            host.workplace()
                    .person()
                    .chooses(offers -> new Choice.Offered(offers.stream()
                            .filter(each -> each.storage().id().equals(storage))
                            .findFirst()
                            .orElseThrow()
                            .storage()));
            token.order("C_GenerateKeyPair 1 late-crash");
            host.pins().enters(TestToken.PIN);
            assertFault(ErrorCode.DRIVER_CRASHED, () -> anywhere(host, "app-1"));

            token.order(IntStream.rangeClosed(1, 40)
                    .mapToObj(at -> "C_GetSlotList " + at + " crash")
                    .toArray(String[]::new));
            assertFault(ErrorCode.DRIVER_CRASHED, () -> anywhere(host, "app-1"));
            assertThat(host.workplace().storages().all().getFirst().containers())
                    .as("no second key on the computer")
                    .isEmpty();
        }
        token.order();
        try (TokenHost later = host(token)) {
            later.pins().enters(TestToken.PIN);
            assertThat(anywhere(later, "app-1").state()).isEqualTo(RenewalState.REQUESTED);
        }
        assertThat(token.calls("C_GenerateKeyPair")).isEqualTo(1);
    }

    private static Made anywhere(TokenHost host, String application) {
        RenewalOrder order = new RenewalOrder(ORIGIN, application, KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        return host.workplace().renewals().create(new FakeTask(), order);
    }

    @Test
    void certificateWithoutItsKey_saysSo_afterTheLogin() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
        try (TokenHost host = host(token)) {
            KeyContainer elsewhere = host.workplace().present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(DAY));
            X509CertificateHolder certificate =
                    AUTHORITY.issue(new X500Name("CN=Alone"), elsewhere.publicKey(), NOW.minus(DAY));
            Files.write(folder.resolve("alone.der"), certificate.getEncoded());
            tool.mustAsUser(TestToken.PIN, "--write-object", "alone.der", "--type", "cert", "--id", "c0ffee");
            host.pins().enters(TestToken.PIN);
            assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> signed(host, certificate));
        }
    }

    @Test
    void keyThatWantsThePinAtEachUse_asksOncePerSignature_andNotForItsProof() {
        TestToken token =
                TestToken.inserted(folder.resolve("cabinet"), "generic").with("always-authenticate", "yes");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            Made made = requested(host);
            assertThat(host.pins().shown())
                    .as("login, and the request's signature")
                    .hasSize(2);
            X509CertificateHolder issued = installed(host, made);
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            assertThat(signed(host, issued)).isNotEmpty();
            assertThat(host.pins().shown()).hasSize(4);
        }
        assertThat(token.triesLeft()).isEqualTo(10);
    }

    @Test
    void tokenThatTakesNoSeed_makesTheKeyAllTheSame_andTheLogTellsIt() {
        TestToken token =
                TestToken.inserted(folder.resolve("cabinet"), "generic").with("random", "no-seed");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN);
            assertThat(requested(host).request()).isNotEmpty();
            assertThat(host.notes()).anyMatch(line -> line.startsWith("C_SeedRandom TOKEN_CANNOT"));
        }
    }

    @Test
    void pulledToken_losesNothing_andTheSameHostGoesOn_whenItIsBack() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "generic");
        try (TokenHost host = host(token)) {
            String storage = host.token().id();
            token.order("C_GenerateKeyPair 1 late-pull");
            host.pins().enters(TestToken.PIN);
            assertFault(
                    ErrorCode.TOKEN_REMOVED,
                    () -> host.workplace()
                            .renewals()
                            .create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256, storage)));
            assertFault(
                    ErrorCode.STORAGE_NOT_FOUND,
                    () -> host.workplace()
                            .renewals()
                            .create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256, storage)));
            token.insert();
            host.pins().enters(TestToken.PIN);
            Made made =
                    host.workplace().renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256, storage));
            assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
            assertThat(host.token().containers())
                    .as("the key that was made before the pull")
                    .hasSize(1);
            token.pull();
            Made told = host.workplace().renewals().resume(new FakeTask(), ORIGIN, made.renewal());
            assertThat(told.request()).as("told without the token").isEqualTo(made.request());
            assertThat(told.storage().state()).isEqualTo(StorageState.ABSENT);
        }
        assertThat(token.calls("C_GenerateKeyPair")).isEqualTo(1);
    }

    @Test
    void containerOfManyParts_isWhole_orNotThere_whereverItsWritingStops() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        try (TokenHost host = host(token)) {
            KeyContainer original = host.workplace().present(AUTHORITY, KeyAlgorithm.RSA_3072, "", NOW.minus(DAY));
            String certificate = Thumbprint.sha256(original.chain().getFirst());
            for (int part = 1; part <= 3; part++) {
                token.order("C_CreateObject " + part + " late-pull");
                assertFault(ErrorCode.TOKEN_REMOVED, () -> copy(host, certificate));
                token.order();
                token.insert();
                assertThat(host.token().containers()).as("after part %d", part).isEmpty();
            }
            copy(host, certificate);
            KeyContainer copied = host.token().containers().getFirst();
            assertThat(copied.chain()).isEqualTo(original.chain());
            host.pins().enters(TestToken.PIN);
            copied.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
            assertThat(host.notes())
                    .as("what was cut off went, and not silently")
                    .anyMatch(line -> line.startsWith("container on token"));
        }
        long data = new Pkcs11Tool(token.module(), folder)
                .mustAsUser(TestToken.PIN, "--list-objects", "--type", "data")
                .lines()
                .filter(line -> line.startsWith("Data object"))
                .count();
        assertThat(data).as("parts and index of one container, nothing else").isBetween(3L, 6L);
    }

    @Test
    void generationBeforeATornOne_isCompleted_whenItsIndexIsLost() {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        try (TokenHost host = host(token)) {
            KeyContainer other = host.workplace().present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(DAY));
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            Made made = requested(host, KeyAlgorithm.RSA_3072);
            KeyContainer before = host.token().containers().getFirst();
            token.order("C_CreateObject 1 late-pull");
            assertFault(ErrorCode.TOKEN_REMOVED, () -> installed(host, made));
            token.order();
            token.insert();
            new Pkcs11Tool(token.module(), folder)
                    .mustAsUser(TestToken.PIN, "--delete-object", "--type", "data", "--label", INDEX);
            assertThat(host.token().containers())
                    .as("nothing tells of it any more")
                    .isEmpty();

            copy(host, Thumbprint.sha256(other.chain().getFirst()));
            KeyContainer after = host.token().containers().stream()
                    .filter(each -> each.publicKey().equals(before.publicKey()))
                    .findFirst()
                    .orElseThrow();
            host.pins().enters(TestToken.PIN);
            after.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
        }
    }

    /** An index is public: whoever reaches the token may write one without its PIN. */
    @Test
    void indexThatSomebodyForged_takesNoKeyAway() throws IOException {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
        try (TokenHost host = host(token)) {
            host.pins().enters(TestToken.PIN, TestToken.PIN);
            Made made = requested(host, KeyAlgorithm.EC_P256);
            Pkcs11Tool tool = new Pkcs11Tool(token.module(), folder);
            Path forged = folder.resolve("forged.json");
            tool.mustAsUser(
                    TestToken.PIN,
                    "--read-object",
                    "--type",
                    "data",
                    "--label",
                    INDEX,
                    "--output-file",
                    forged.toString());
            Files.writeString(
                    forged, Files.readString(forged).replace("\"generation\":1,", "\"generation\":2147483647,"));
            tool.mustAsUser(
                    TestToken.PIN,
                    "--write-object",
                    forged.toString(),
                    "--type",
                    "data",
                    "--label",
                    "Obnova: forged",
                    "--application-label",
                    "Obnova");

            X509CertificateHolder issued = installed(host, made);
            host.pins().enters(TestToken.PIN);
            assertThat(signed(host, issued)).isNotEmpty();
            assertThat(host.token().containers()).hasSize(1);
        }
    }

    @Test
    void fullToken_isSaidToBeFull_andKeepsNothingOfWhatDidNotFit() {
        TestToken token =
                TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite").with("memory", "4200");
        try (TokenHost host = host(token)) {
            assertThat(host.token().state()).isEqualTo(StorageState.READY);
            KeyContainer original = host.workplace().present(AUTHORITY, KeyAlgorithm.RSA_3072, "", NOW.minus(DAY));
            String certificate = Thumbprint.sha256(original.chain().getFirst());
            assertFault(ErrorCode.STORAGE_FULL, () -> copy(host, certificate));
            assertThat(token.objects()).isEmpty();
        }
        token.with("memory", "3000");
        try (TokenHost host = host(token)) {
            assertThat(host.token().state()).isEqualTo(StorageState.FULL);
        }
    }

    private void copy(TokenHost host, String certificate) {
        String storage = host.token().id();
        host.workplace()
                .person()
                .chooses(offers -> new Choice.Offered(offers.stream()
                        .filter(each -> each.storage().id().equals(storage))
                        .findFirst()
                        .orElseThrow()
                        .storage()));
        host.pins().enters(TestToken.PIN);
        host.workplace().backups().copy(new FakeTask(), certificate);
    }

    private static Made requested(TokenHost host) {
        return requested(host, KeyAlgorithm.EC_P256);
    }

    private static Made requested(TokenHost host, KeyAlgorithm algorithm) {
        return host.workplace()
                .renewals()
                .create(new FakeTask(), Workplace.order(algorithm, host.token().id()));
    }

    private static X509CertificateHolder installed(TokenHost host, Made made) {
        X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(DAY));
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        return issued;
    }

    private static byte[] signed(TokenHost host, X509CertificateHolder certificate) {
        return host.workplace()
                .signing()
                .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", Thumbprint.sha256(certificate))
                .cms();
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
