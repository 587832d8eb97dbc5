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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FaultyActions;
import org.obnova.host.platform.FaultyActions.Killed;
import org.obnova.host.platform.FaultyActions.Mishap;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.AbandonPrompt.Answer;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.StoragePrompt.Choice;

class AbandonmentTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    @Test
    void abandon_keepsTheKey_unlessThePersonSaysOtherwise_andListsTheRenewalNoMore() {
        Workplace host = start();
        Made made = requested(host);
        host.person().givesUp(Answer.KEEP_KEY);

        assertThat(abandon(host, made)).isEqualTo(KeyFate.KEPT);

        assertThat(host.person().abandonments()).singleElement().satisfies(question -> {
            assertThat(question.origin()).isEqualTo(ORIGIN);
            assertThat(question.application()).isEqualTo("app-1");
            assertThat(question.state()).isEqualTo(RenewalState.REQUESTED);
            assertThat(Objects.requireNonNull(question.key()).chain()).isEmpty();
            assertThat(question.keyElsewhere()).isFalse();
        });
        assertThat(containers(host)).hasSize(1);
        assertThat(start().renewals().list(ORIGIN)).isEmpty();
        assertThat(start().renewals().listAll(true)).extracting(Renewal::state).containsExactly(RenewalState.ABANDONED);
        assertThat(start().renewals().listAll(false)).isEmpty();
    }

    @Test
    void abandon_removesTheNewKeyAlone_whenThePersonSaysSo() {
        Workplace host = start();
        KeyContainer old = host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(340)));
        Made made = requested(host);
        host.person().givesUp(Answer.REMOVE_KEY);

        assertThat(abandon(host, made)).isEqualTo(KeyFate.REMOVED);

        assertThat(containers(host)).extracting(KeyContainer::id).containsExactly(old.id());
        String sha256 = Thumbprint.sha256(old.chain().getFirst());
        assertThat(host.signing()
                        .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", sha256)
                        .cms())
                .isNotEmpty();
    }

    @Test
    void abandon_isRepeated_withoutAQuestion() {
        Workplace host = start();
        Made made = requested(host);
        host.person().givesUp(Answer.REMOVE_KEY);
        abandon(host, made);
        Workplace later = start();
        assertThat(abandon(later, made)).isEqualTo(KeyFate.REMOVED);
        assertThat(later.person().abandonments()).isEmpty();
    }

    @Test
    void abandon_changesNothing_whenThePersonStaysWithTheRenewal() {
        Workplace host = start();
        Made made = requested(host);
        assertFault(ErrorCode.CANCELLED, () -> abandon(host, made));
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.REQUESTED);
    }

    @Test
    void abandon_tellsThatNoKeyWasMade() {
        Workplace host = start();
        host.person().makesUp("p").closesTheEntropyWindow();
        assertFault(ErrorCode.CANCELLED, () -> host.renewals().create(new FakeTask(), ORDER));
        host.person().givesUp(Answer.KEEP_KEY);
        String id = host.renewals().list(ORIGIN).getFirst().id();
        assertThat(host.renewals().abandon(new FakeTask(), ORIGIN, id, host.person()))
                .isEqualTo(KeyFate.NONE);
        assertThat(host.person().abandonments().getFirst().key()).isNull();
    }

    /** What the window shows goes, and nothing else: a copy of the key may be all that is left of it one day. */
    @Test
    void abandon_removesTheKeyOnTheMediumShown_andNoCopyElsewhere_howeverOftenRepeated() throws IOException {
        boolean interrupted = false;
        for (int at = 1; !interrupted; at++) {
            Path home = folder.resolve("only-" + at);
            Path drive = Files.createDirectories(home.resolve("drive"));
            Path copies = Files.createDirectories(home.resolve("data/containers"));
            Workplace before = new Workplace(home, FileActions.disk(), AUTHORITY.root());
            before.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
            Made made = before.renewals()
                    .create(
                            new FakeTask(),
                            new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null));
            Path key = only(drive);
            Path copy = Files.copy(key, copies.resolve("copy.p12"));

            Workplace dying = new Workplace(home, new FaultyActions(Mishap.KILL, at, true), AUTHORITY.root());
            dying.person().givesUp(Answer.REMOVE_KEY);
            try {
                abandon(dying, made);
                throw new AssertionError("never interrupted between the record and the removal");
            } catch (Killed e) {
                String record = Files.readString(
                        home.resolve("state/renewals").resolve(made.renewal()).resolve("journal.json"));
                interrupted = record.contains("\"removing\"") && Files.exists(key);
            }
            if (interrupted) {
                Workplace later = new Workplace(home, FileActions.disk(), AUTHORITY.root());
                Files.move(drive, home.resolve("pulled"));
                assertFault(ErrorCode.STORAGE_NOT_FOUND, () -> abandon(later, made));
                assertThat(copy).exists();
                Files.move(home.resolve("pulled"), drive);
                assertThat(abandon(later, made)).isEqualTo(KeyFate.REMOVED);
                assertThat(later.person().abandonments()).as("asked once").isEmpty();
                assertThat(drive).isEmptyDirectory();
                assertThat(copy).exists();
            }
        }
    }

    private static Path only(Path drive) throws IOException {
        try (Stream<Path> all = Files.list(drive)) {
            return all.findFirst().orElseThrow();
        }
    }

    @Test
    void abandon_leavesTheKeyWhereItIs_whenItsMediumIsAway() throws IOException {
        Workplace host = start();
        Path drive = Files.createDirectory(folder.resolve("drive"));
        RenewalOrder open = new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        host.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
        Made made = host.renewals().create(new FakeTask(), open);
        Files.move(drive, folder.resolve("pulled"));

        host.person().givesUp(Answer.REMOVE_KEY);
        assertThat(abandon(host, made)).isEqualTo(KeyFate.KEPT);

        assertThat(host.person().abandonments().getFirst().keyElsewhere()).isTrue();
        Files.move(folder.resolve("pulled"), drive);
        assertThat(orphans(host)).hasSize(1);
    }

    @Test
    void abandon_isRefused_onceTheCertificateIsInstalled_evenWhereTheRecordLagsBehind() throws IOException {
        Workplace host = start();
        Made made = requested(host);
        Path record = record(made);
        byte[] before = Files.readAllBytes(record);
        install(host, made);
        assertFault(ErrorCode.RENEWAL_FINISHED, () -> abandon(host, made));
        Files.write(record, before);
        assertFault(ErrorCode.RENEWAL_FINISHED, () -> abandon(host, made));
        assertThat(host.person().abandonments()).isEmpty();
        assertThat(record).content().contains("\"installed\"");
    }

    @Test
    void abandon_findsNothing_forAnotherSite_butThePersonMayGiveUpAny() {
        Workplace host = start();
        Made made = requested(host);
        assertFault(
                ErrorCode.RENEWAL_NOT_FOUND,
                () -> host.renewals().abandon(new FakeTask(), "https://other.example", made.renewal(), host.person()));
        host.person().givesUp(Answer.KEEP_KEY);
        assertThat(host.renewals().abandon(new FakeTask(), null, made.renewal(), host.person()))
                .isEqualTo(KeyFate.KEPT);
    }

    @Test
    void afterwards_theSiteIsTold_andTheSameApplicationBeginsAnew() {
        Workplace host = start();
        Made made = requested(host);
        host.person().givesUp(Answer.KEEP_KEY);
        abandon(host, made);
        X509CertificateHolder late = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW);
        assertFault(ErrorCode.RENEWAL_ABANDONED, () -> host.renewals().resume(new FakeTask(), ORIGIN, made.renewal()));
        assertFault(
                ErrorCode.RENEWAL_ABANDONED,
                () -> host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), late, List.of(AUTHORITY.root())));
        assertFault(ErrorCode.RENEWAL_ABANDONED, () -> host.renewals().requireReceivable(ORIGIN, made.renewal()));

        host.person().wantsANewKey().makesUp("another");
        Made anew = host.renewals().create(new FakeTask(), ORDER);

        assertThat(anew.renewal()).isEqualTo(made.renewal());
        assertThat(anew.request()).isNotEqualTo(made.request());
        assertThat(containers(host)).as("the earlier new key was kept").hasSize(2);
        assertThat(orphans(host)).singleElement().satisfies(each -> {
            assertThat(each.origin()).isEqualTo(ORIGIN);
            assertThat(each.application()).isEqualTo("app-1");
        });
    }

    /** Whatever the moment: the old key signs, and repeating brings it to the end that was wanted. */
    @ParameterizedTest
    @EnumSource(Mishap.class)
    void abandon_isBroughtToItsEnd_whereverItIsInterrupted(Mishap mishap) throws IOException {
        int points = points();
        assertThat(points).isGreaterThan(10);
        for (int at = 1; at <= points; at++) {
            Path home = folder.resolve(mishap + "-" + at);
            Workplace before = new Workplace(home, FileActions.disk(), AUTHORITY.root());
            String old = Thumbprint.sha256(
                    before.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(340)))
                            .chain()
                            .getFirst());
            Made made = requested(before);
            FaultyActions disk = new FaultyActions(mishap, at, at % 2 == 0);
            Workplace host = new Workplace(home, disk, AUTHORITY.root());
            host.person().givesUp(Answer.REMOVE_KEY);
            try {
                abandon(host, made);
            } catch (Killed e) {
                assertThat(mishap).isEqualTo(Mishap.KILL);
            } catch (Fault e) {
                assertThat(e.code()).isIn(ErrorCode.STORAGE_FULL, ErrorCode.STORAGE_FAILED);
            }

            Workplace later = new Workplace(home, FileActions.disk(), AUTHORITY.root());
            later.person().givesUp(Answer.REMOVE_KEY);
            assertThat(abandon(later, made)).as("point %d", at).isEqualTo(KeyFate.REMOVED);
            assertThat(later.storages().all().getFirst().containers())
                    .as("point %d", at)
                    .hasSize(1);
            assertThat(later.renewals().list(ORIGIN)).isEmpty();
            assertThat(later.signing()
                            .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", old)
                            .cms())
                    .isNotEmpty();
        }
    }

    private int points() {
        Path home = folder.resolve("count");
        Made made = requested(new Workplace(home, FileActions.disk(), AUTHORITY.root()));
        FaultyActions counting = new FaultyActions(Mishap.KILL, 0, false);
        Workplace host = new Workplace(home, counting, AUTHORITY.root());
        host.person().givesUp(Answer.REMOVE_KEY);
        abandon(host, made);
        return counting.points();
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private static Made requested(Workplace host) {
        host.person().makesUp("p");
        return host.renewals().create(new FakeTask(), ORDER);
    }

    private static KeyFate abandon(Workplace host, Made made) {
        return host.renewals().abandon(new FakeTask(), ORIGIN, made.renewal(), host.person());
    }

    private static void install(Workplace host, Made made) {
        host.person().enters("p");
        X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW);
        host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
    }

    private static List<KeyContainer> containers(Workplace host) {
        return host.storages().all().getFirst().containers();
    }

    private static List<OrphanKey> orphans(Workplace host) {
        return host.orphans().all();
    }

    private Path record(Made made) {
        return folder.resolve("home/state/renewals").resolve(made.renewal()).resolve("journal.json");
    }
}
