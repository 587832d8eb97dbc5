// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;

/** What refusals and interruptions leave on a token that keeps containers: nothing that fills it, nothing that blocks it, no key that nobody finds. */
class LeftoversTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.RSA_3072, NOW);

    @TempDir
    private Path folder;

    /** Parts, certificate, issuer, index: whichever finds no room. */
    @Test
    void installationThatFindsNoRoom_leavesNoGenerationBehind() {
        TestToken token = inserted();
        try (TokenHost host = host(token)) {
            Made made = requested(host);
            X509CertificateHolder issued = issued(made);
            long before = dataObjects(token);
            int refused = 0;
            while (isRefused(host, token, refused + 1, issued)) {
                refused++;
                assertThat(dataObjects(token)).as("after call %d", refused).isEqualTo(before);
            }
            assertThat(refused).as("parts and certificate; the issuer may miss").isGreaterThanOrEqualTo(3);
            long whole = dataObjects(token);
            int index = refused + 1; // The certificate is there now, the issuer comes before it.
            assertThat(isRefused(host, token, index, issued)).isTrue();
            assertThat(dataObjects(token)).as("after the index").isEqualTo(whole);
            token.order();
            install(host, made, issued);
            opens(host);
        }
    }

    @Test
    void generationThatWasCutOff_makesRoom_forTheOneThatIsRepeated() throws IOException {
        TestToken token = inserted();
        try (TokenHost host = host(token)) {
            Made first = requested(host, "app-0");
            token.forgetCalls();
            install(host, first, issued(first));
            int parts = (int) token.calls("C_CreateObject") - 3; // Without certificate, issuer, index.
            Made made = requested(host, "app-1");
            X509CertificateHolder issued = issued(made);
            token.order("C_CreateObject " + (parts + 1) + " pull");
            assertFault(ErrorCode.TOKEN_REMOVED, () -> install(host, made, issued));
            token.order();
            token.insert();
            token.with("memory", Long.toString(used(token) + 3500));
            install(host, made, issued);
            opens(host);
            assertThat(dataObjects(token)).as("two containers, nothing else").isEqualTo(2L * (parts + 1));
        }
    }

    @Test
    void leftoverThatCannotBeRead_staysAsItIs_andBlocksNothing() throws IOException {
        TestToken token = inserted();
        byte[] strange = "of a later version".getBytes(StandardCharsets.UTF_8);
        ContainerPart part = new ContainerPart("ab".repeat(16), 1, 0, 1, ContainerIndex.digest(strange), strange);
        Files.write(folder.resolve("part"), part.write());
        new Pkcs11Tool(token.module(), folder)
                .mustAsUser(
                        TestToken.PIN,
                        "--write-object",
                        "part",
                        "--type",
                        "data",
                        "--private",
                        "--label",
                        "strange",
                        "--application-label",
                        "Obnova");
        try (TokenHost host = host(token)) {
            Made made = requested(host);
            install(host, made, issued(made));
            opens(host);
            assertThat(host.notes()).anyMatch(line -> line.startsWith("container on token CONTAINER_"));
        }
        assertThat(new Pkcs11Tool(token.module(), folder).mustAsUser(TestToken.PIN, "--list-objects", "--type", "data"))
                .contains("strange");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull", "late-pull"})
    void keyWhoseIndexWasCutOff_isFoundAgain_andNoSecondOneIsMade(String mishap) {
        TestToken token = inserted();
        try (TokenHost host = host(token)) {
            requested(host, "app-0");
            int creations = (int) token.calls("C_CreateObject");
            long objects = dataObjects(token);
            int before = mishap.equals("pull") ? 0 : 1;
            token.order("C_CreateObject " + (creations - before) + " " + mishap);
            assertFault(ErrorCode.TOKEN_REMOVED, () -> requested(host, "app-1"));
            token.order();
            token.insert();
            assertThat(host.token().containers()).as("nothing tells of it").hasSize(1);

            assertThat(requested(host, "app-1").state()).isEqualTo(RenewalState.REQUESTED);
            assertThat(host.token().containers()).hasSize(2);
            assertThat(dataObjects(token)).as("two containers, nothing else").isEqualTo(2 * objects);
        }
    }

    /** An active token may hide public keys, and then a certificate stands for its key: not that of a container that was cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"ckr 0x6", "late-ckr 0x6", "ckr 0x31", "pull", "late-pull"})
    void copyThatIsCutOff_isNoKeyOfAnActiveToken_andIsRepeated(String mishap) {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp");
        TestAuthority authority = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
        try (TokenHost host = new TokenHost(folder.resolve("home"), authority.root(), token.module())) {
            KeyContainer original =
                    host.workplace().present(authority, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(1)));
            String certificate = Thumbprint.sha256(original.chain().getFirst());
            for (int at = 1; copyIsCutOff(host, token, "C_CreateObject " + at + " " + mishap, certificate); at++) {
                token.order();
                token.insert();
                assertThat(host.token().containers()).as("after call %d", at).hasSizeLessThanOrEqualTo(1);
                host.token().containers().forEach(each -> assertThat(each.id()).startsWith("container-"));
                assertThat(copyIsCutOff(host, token, "", certificate)).isFalse();
                opens(host);
                token.objects().forEach(each -> each.toFile().delete());
                token.insert();
            }
        }
    }

    private static boolean copyIsCutOff(TokenHost host, TestToken token, String order, String certificate) {
        String storage = host.token().id();
        host.workplace()
                .person()
                .chooses(offers -> new Choice.Offered(offers.stream()
                        .filter(each -> each.storage().id().equals(storage))
                        .findFirst()
                        .orElseThrow()
                        .storage()));
        host.pins().enters(TestToken.PIN);
        token.order(order);
        try {
            host.workplace().backups().copy(new FakeTask(), certificate);
            return false;
        } catch (Fault e) {
            return true;
        }
    }

    private static boolean isRefused(TokenHost host, TestToken token, int creation, X509CertificateHolder issued) {
        token.order("C_CreateObject " + creation + " ckr 0x31");
        host.pins().enters(TestToken.PIN);
        try {
            host.token().containers().getFirst().install(new FakeTask(), List.of(issued, AUTHORITY.root()));
            return false;
        } catch (Fault e) {
            assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL);
            return true;
        }
    }

    private TestToken inserted() {
        return TestToken.inserted(folder.resolve("cabinet"), "rutoken-lite");
    }

    private long dataObjects(TestToken token) {
        return new Pkcs11Tool(token.module(), folder)
                .mustAsUser(TestToken.PIN, "--list-objects", "--type", "data")
                .lines()
                .filter(line -> line.startsWith("Data object"))
                .count();
    }

    /** As the module counts: the octets of CKA_VALUE, and 64 for each object. */
    private static long used(TestToken token) throws IOException {
        long used = 0;
        for (Path each : token.objects()) {
            used += 64;
            for (String line : Files.readAllLines(each)) {
                used += line.startsWith("11 ") ? (line.length() - 3) / 2 : 0;
            }
        }
        return used;
    }

    private static Made requested(TokenHost host) {
        return requested(host, "app-1");
    }

    private static Made requested(TokenHost host, String application) {
        host.pins().enters(TestToken.PIN);
        return host.workplace()
                .renewals()
                .create(
                        new FakeTask(),
                        new RenewalOrder(
                                ORIGIN,
                                application,
                                KeyAlgorithm.RSA_3072,
                                Workplace.HOLDER,
                                host.token().id(),
                                null));
    }

    private static X509CertificateHolder issued(Made made) {
        return AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW.minus(Duration.ofDays(1)));
    }

    private static void install(TokenHost host, Made made, X509CertificateHolder issued) {
        host.pins().enters(TestToken.PIN);
        host.workplace().renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        assertThat(host.workplace().storages().containerOf(Thumbprint.sha256(issued)))
                .isPresent();
    }

    private static void opens(TokenHost host) {
        host.pins().enters(TestToken.PIN);
        KeyContainer container = host.token().containers().getFirst();
        container.open(new FakeTask(), Purpose.SIGN_DOCUMENT).close();
    }

    private TokenHost host(TestToken token) {
        return new TokenHost(folder.resolve("home"), AUTHORITY.root(), token.module());
    }
}
