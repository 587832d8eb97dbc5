// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.AbandonPrompt.Answer;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;

/** Keys that lie about: which are, who may have them, and how they go. */
class ReuseTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    @Test
    void aKeyThatWasKept_isOffered_andTakenWithItsRequest_withoutAPassword() {
        Workplace host = start();
        Made made = givenUp(host, ORDER);
        host.person().takesTheKeyOnOffer();
        host.person().questions().clear();

        Made again = host.renewals().create(new FakeTask(), ORDER);

        assertThat(again.request()).isEqualTo(made.request());
        assertThat(again.state()).isEqualTo(RenewalState.REQUESTED);
        assertThat(host.person().questions()).isEmpty();
        assertThat(host.orphans().all()).as("it has a renewal again").isEmpty();
        assertThat(containers(host)).hasSize(1);
    }

    @Test
    void aKeyWhoseRecordWasLost_isOfferedToItsHolder_andOpenedWithItsPassword() {
        Workplace host = start();
        KeyContainer orphan = orphan(host, KeyAlgorithm.EC_P256, "its own");
        host.person().takesTheKeyOnOffer().enters("wrong", "its own");

        Made made = host.renewals().create(new FakeTask(), ORDER);

        assertThat(host.person().questions())
                .extracting(question -> question.purpose())
                .containsExactly(Purpose.MAKE_REQUEST, Purpose.MAKE_REQUEST);
        assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
        assertThat(containers(host)).extracting(KeyContainer::id).containsExactly(orphan.id());
    }

    @Test
    void nothingIsOffered_thatIsOfAnotherAlgorithmHolderMediumSiteOrApplication() throws IOException {
        Workplace host = start();
        orphan(host, KeyAlgorithm.RSA_3072, "");
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            host.person().makesUp("");
            host.storages().all().getFirst().put(new FakeTask(), "Кто-то другой", key, List.of());
        }
        Path drive = Files.createDirectory(folder.resolve("drive"));
        RenewalOrder elsewhere = new RenewalOrder(ORIGIN, "app-8", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        host.person().chooses(offers -> new Choice.OtherFolder(drive));
        givenUp(host, elsewhere);
        givenUp(host, order("https://other.example", "app-1"));

        host.person().makesUp("p");
        host.renewals().create(new FakeTask(), ORDER);

        assertThat(host.person().orphans()).isEmpty();
        assertThat(host.orphans().all()).as("they are still there").hasSize(4);
    }

    /** Whoever handed the drive over may have made the key, and would hold the certified one too. */
    @Test
    void aKeyOnADrive_thatNoRecordNames_isNotOffered() throws IOException {
        Workplace host = start();
        KeyStorage drive = host.storages().folder(Files.createDirectory(folder.resolve("drive")));
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            host.put(drive, key, List.of(), "");
        }
        host.person().choosesFirst().makesUp("p");
        host.renewals()
                .create(
                        new FakeTask(),
                        new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null));

        assertThat(host.person().orphans()).isEmpty();
        assertThat(host.orphans().all()).as("it is still there").hasSize(1);
    }

    @Test
    void aKeyOfALivingRenewal_isNoOrphan_neitherHereNorAsABareCopy() throws IOException {
        Workplace host = start();
        host.person().makesUp("p");
        Made made = host.renewals().create(new FakeTask(), order("https://other.example", "app-9"));
        Path container = host.home()
                .resolve("data/containers")
                .resolve(containers(host).getFirst().id());
        byte[] bare = Files.readAllBytes(container);
        assertThat(host.orphans().all()).isEmpty();

        host.person().enters("p");
        host.renewals()
                .install(
                        new FakeTask(),
                        "https://other.example",
                        made.renewal(),
                        AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW),
                        List.of(AUTHORITY.root()));
        Files.write(container.resolveSibling("copy.p12"), bare);
        assertThat(containers(host)).hasSize(2);
        assertThat(host.orphans().all())
                .as("a copy of a key with a certificate")
                .isEmpty();
    }

    @Test
    void cancelledWindow_leavesAllAsItWas_andANewKeyLeavesTheOld() {
        Workplace host = start();
        KeyContainer orphan = orphan(host, KeyAlgorithm.EC_P256, "");
        assertFault(ErrorCode.CANCELLED, () -> host.renewals().create(new FakeTask(), ORDER));
        assertThat(containers(host)).hasSize(1);

        host.person().wantsANewKey().makesUp("p");
        host.renewals().create(new FakeTask(), ORDER);
        assertThat(containers(host)).hasSize(2).extracting(KeyContainer::id).contains(orphan.id());
    }

    @Test
    void aKeyIsRemoved_onlyWhileNobodyNeedsIt() {
        Workplace host = start();
        orphan(host, KeyAlgorithm.EC_P256, "");
        OrphanKey seen = host.orphans().all().getFirst();
        assertThat(seen.print()).matches("[0-9a-f]{64}");
        assertThat(seen.origin()).isNull();
        host.person().takesTheKeyOnOffer().enters("");
        host.renewals().create(new FakeTask(), ORDER);

        assertFault(ErrorCode.KEY_IN_USE, () -> host.orphans().remove(new FakeTask(), seen));
        assertThat(containers(host)).hasSize(1);

        host.person().givesUp(Answer.KEEP_KEY);
        String id = host.renewals().list(ORIGIN).getFirst().id();
        host.renewals().abandon(new FakeTask(), ORIGIN, id, host.person());
        host.orphans().remove(new FakeTask(), host.orphans().all().getFirst());
        assertThat(containers(host)).isEmpty();
    }

    @Test
    void aKeyOfAnUnreadableRecord_isNoOrphan_whereTheRecordStillNamesIt() throws IOException {
        Workplace host = start();
        host.person().makesUp("p");
        Made made = host.renewals().create(new FakeTask(), ORDER);
        Path record =
                host.home().resolve("state/renewals").resolve(made.renewal()).resolve("journal.json");
        String whole = Files.readString(record);

        Files.writeString(record, whole.replace("\"formatVersion\":1", "\"formatVersion\":99"));
        assertThat(host.orphans().all()).isEmpty();
        assertThat(host.orphans().uncertain()).isFalse();
        Files.writeString(record, "torn");
        assertThat(host.orphans().all()).hasSize(1);
        assertThat(host.orphans().uncertain()).as("and said so").isTrue();
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private static RenewalOrder order(String origin, String application) {
        return new RenewalOrder(origin, application, KeyAlgorithm.EC_P256, Workplace.HOLDER, ORDER.storageId(), null);
    }

    private static Made givenUp(Workplace host, RenewalOrder order) {
        host.person().makesUp("p").givesUp(Answer.KEEP_KEY);
        Made made = host.renewals().create(new FakeTask(), order);
        host.renewals().abandon(new FakeTask(), order.origin(), made.renewal(), host.person());
        return made;
    }

    private static KeyContainer orphan(Workplace host, KeyAlgorithm algorithm, String password) {
        try (SoftwareKey key = new KeyGenerator().generate(algorithm, new SecureRandom())) {
            return host.put(host.storages().all().getFirst(), key, List.of(), password);
        }
    }

    private static List<KeyContainer> containers(Workplace host) {
        return host.storages().all().getFirst().containers();
    }
}
