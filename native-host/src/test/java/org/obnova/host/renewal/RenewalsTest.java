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
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Choice;

class RenewalsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    @Test
    void create_asksForTheNewPasswordOnce_andSaysForWhat() {
        Workplace host = start();
        requested(host);
        assertThat(host.person().questions())
                .containsExactly(new PasswordPrompt.Question(
                        "This computer", Workplace.HOLDER.commonName(), Purpose.NEW_KEY, 0));
    }

    @Test
    void create_letsThePersonChoose_whereTheOrderNamesNoMedium() throws IOException {
        Workplace host = start();
        Path drive = Files.createDirectory(folder.resolve("drive"));
        host.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
        RenewalOrder open = new RenewalOrder(ORIGIN, "app-2", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        Made made = host.renewals().create(new FakeTask(), open);
        assertThat(made.storage().isAt(drive)).isTrue();
        assertThat(start().renewals().list(ORIGIN))
                .as("after a new start the medium is still known")
                .singleElement()
                .satisfies(each -> assertThat(
                                Objects.requireNonNull(each.storage()).isAt(drive))
                        .isTrue());
    }

    @Test
    void create_isRefusedBeforeAnythingIsAsked_whenTheMediumIsNotKnown() {
        Workplace host = start();
        RenewalOrder elsewhere =
                new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, "folder-gone", null);
        assertFault(ErrorCode.STORAGE_NOT_FOUND, () -> host.renewals().create(new FakeTask(), elsewhere));
        assertThat(host.person().questions()).isEmpty();
    }

    @Test
    void create_conflicts_whenAKeyWasMadeForOtherData() {
        Workplace host = start();
        requested(host);
        assertFault(
                ErrorCode.RENEWAL_CONFLICT,
                () -> host.renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.GOST_2012_256)));
    }

    @Test
    void create_takesTheNewOrder_whileNoKeyWasMade() {
        Workplace host = start();
        host.person().makesUp("p").closesTheEntropyWindow();
        assertFault(
                ErrorCode.CANCELLED,
                () -> host.renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.GOST_2012_256)));
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.INTENDED);
        requested(host);
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::algorithm).containsExactly(KeyAlgorithm.EC_P256);
    }

    @Test
    void create_endsCancelled_andMakesNothing_whenThePageCloses() throws IOException {
        Workplace host = start();
        FakeTask task = new FakeTask();
        assertThat(task.cancel()).isTrue();
        host.person().makesUp("p");
        assertFault(ErrorCode.CANCELLED, () -> host.renewals().create(task, ORDER));
        assertThat(host.storages().all().getFirst().containers()).isEmpty();
    }

    @Test
    void resume_returnsTheSameRequest_inAnotherProcess() {
        Made made = requested(start());
        Made again = start().renewals().resume(new FakeTask(), ORIGIN, made.renewal());
        assertThat(again.state()).isEqualTo(RenewalState.REQUESTED);
        assertThat(again.request()).isEqualTo(made.request());
    }

    @Test
    void resume_findsNothing_forAnotherSiteOrAnUnknownOrHostileId() {
        Made made = requested(start());
        Workplace host = start();
        for (String id : List.of(
                "0".repeat(32), "../../" + made.renewal(), "", made.renewal().toUpperCase(Locale.ROOT))) {
            assertFault(ErrorCode.RENEWAL_NOT_FOUND, () -> host.renewals().resume(new FakeTask(), ORIGIN, id));
        }
        assertFault(
                ErrorCode.RENEWAL_NOT_FOUND,
                () -> host.renewals().resume(new FakeTask(), "https://other.example", made.renewal()));
        assertThat(host.renewals().list("https://other.example")).isEmpty();
    }

    @Test
    void install_refusesACertificateOfAnotherKey_andWritesNothing() {
        Workplace host = start();
        Made made = requested(host);
        X509CertificateHolder foreign =
                host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW).chain().getFirst();
        assertFault(ErrorCode.CERTIFICATE_KEY_MISMATCH, () -> install(host, made, foreign));
        assertUntouched(host);
    }

    @Test
    void install_refusesAnUntrustedCertificate_andWritesNothing() {
        Workplace host = start();
        Made made = requested(host);
        TestAuthority other = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
        assertFault(ErrorCode.CERTIFICATE_UNTRUSTED, () -> install(host, made, other.issue(request(made), NOW)));
        assertUntouched(host);
    }

    @Test
    void install_refusesAnExpiredCertificate_andWritesNothing() {
        Workplace host = start();
        Made made = requested(host);
        X509CertificateHolder expired = AUTHORITY.issue(request(made), NOW.minus(Duration.ofDays(400)));
        assertFault(ErrorCode.CERTIFICATE_EXPIRED, () -> install(host, made, expired));
        assertUntouched(host);
    }

    @Test
    void install_conflicts_whenAnotherCertificateIsInstalled() {
        Workplace host = start();
        Made made = requested(host);
        host.person().enters("p");
        install(host, made, AUTHORITY.issue(request(made), NOW));
        assertFault(ErrorCode.RENEWAL_CONFLICT, () -> install(host, made, AUTHORITY.issue(request(made), NOW)));
    }

    @Test
    void install_keepsTheState_whenThePersonClosesThePasswordWindow() {
        Workplace host = start();
        Made made = requested(host);
        X509CertificateHolder issued = AUTHORITY.issue(request(made), NOW);
        assertFault(ErrorCode.CANCELLED, () -> install(host, made, issued));
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.ISSUED);
        host.person().enters("p");
        install(host, made, issued);
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.INSTALLED);
    }

    @Test
    void install_saysThatTheKeyIsNotAtHand_whenItsMediumIsGone() throws IOException {
        Workplace host = start();
        Made made = requested(host);
        Files.move(folder.resolve("home/data/containers"), folder.resolve("home/data/elsewhere"));
        assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> install(host, made, AUTHORITY.issue(request(made), NOW)));
    }

    @Test
    void list_seesWhatLiesOnTheMedium_whenTheRecordLagsBehind() throws IOException {
        Workplace host = start();
        Made made = requested(host);
        Path record =
                folder.resolve("home/state/renewals").resolve(made.renewal()).resolve("journal.json");
        byte[] requested = Files.readAllBytes(record);
        host.person().enters("p");
        X509CertificateHolder issued = AUTHORITY.issue(request(made), NOW);
        install(host, made, issued);
        Files.write(record, requested);

        Workplace later = start();
        assertThat(later.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.INSTALLED);
        install(later, made, issued);
        assertThat(later.person().questions()).as("nobody was asked").isEmpty();
        assertThat(record).content().contains("\"installed\"");
    }

    @Test
    void receipt_isNotedDown_beforeTheCertificateComesOrAfter_andDoesNotUndoAnInstallation() {
        Workplace host = start();
        Made made = requested(host);
        host.renewals().requireReceivable(ORIGIN, made.renewal());
        host.renewals().receiptSigned(new FakeTask(), ORIGIN, made.renewal());
        assertThat(start().renewals().list(ORIGIN))
                .extracting(Renewal::state)
                .containsExactly(RenewalState.RECEIPT_SIGNED);
        X509CertificateHolder issued = AUTHORITY.issue(request(made), NOW);
        assertFault(ErrorCode.CANCELLED, () -> install(host, made, issued));
        assertThat(host.renewals().list(ORIGIN))
                .as("the certificate came, and the receipt stays signed")
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(RenewalState.RECEIPT_SIGNED);
                    assertThat(each.certificate()).isNotNull();
                });
        host.person().enters("p");
        install(host, made, issued);
        host.renewals().receiptSigned(new FakeTask(), ORIGIN, made.renewal());
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.INSTALLED);
    }

    @Test
    void receipt_isRefused_beforeThereIsARequest_andForAnotherSite() {
        Workplace host = start();
        host.person().makesUp("p").closesTheEntropyWindow();
        assertFault(ErrorCode.CANCELLED, () -> host.renewals().create(new FakeTask(), ORDER));
        String id = host.renewals().list(ORIGIN).getFirst().id();
        assertFault(ErrorCode.RENEWAL_CONFLICT, () -> host.renewals().requireReceivable(ORIGIN, id));
        assertFault(ErrorCode.RENEWAL_NOT_FOUND, () -> host.renewals().requireReceivable("https://other.example", id));
    }

    @Test
    void thePerson_resumesAnyRenewal_andInstallsWhatCameAndWasNotInstalled() {
        Workplace host = start();
        Made made = requested(host);
        X509CertificateHolder issued = AUTHORITY.issue(request(made), NOW);
        assertFault(ErrorCode.CANCELLED, () -> install(host, made, issued));
        Workplace later = start();
        assertThat(later.renewals()
                        .resume(new FakeTask(), ORIGIN, made.renewal())
                        .state())
                .as("for the site nothing changes")
                .isEqualTo(RenewalState.ISSUED);
        later.person().enters("p");
        assertThat(later.renewals().resume(new FakeTask(), null, made.renewal()).state())
                .isEqualTo(RenewalState.INSTALLED);
        assertThat(later.storages().all().getFirst().containers())
                .singleElement()
                .satisfies(each -> assertThat(each.chain()).containsExactly(issued, AUTHORITY.root()));
    }

    @Test
    void anUnfinishedKey_isKnownAgain_whenItsMediumComesBackAfterAnotherWasMade() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        RenewalOrder open = new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        Workplace host = start();
        host.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
        host.renewals().create(new FakeTask(), open);
        // As a crash leaves it that came between the container and the journal, and then the drive is pulled.
        String id = Journal.id(ORIGIN, "app-1");
        Path record = folder.resolve("home/state/renewals").resolve(id).resolve("journal.json");
        Entry made = EntryText.read(Files.readAllBytes(record));
        Files.write(
                record,
                EntryText.write(Entry.intended(id, open, NOW)
                        .aboutToWrite(
                                Objects.requireNonNull(made.mark()),
                                made.order().application(),
                                NOW)));
        Files.move(drive, folder.resolve("pulled"));
        Workplace later = start();
        later.person().choosesFirst().makesUp("");
        later.renewals().create(new FakeTask(), open);
        assertThat(later.orphans().all()).isEmpty();

        Files.move(folder.resolve("pulled"), drive);
        assertThat(start().orphans().all())
                .singleElement()
                .satisfies(each -> assertThat(each.application()).isEqualTo("app-1"));
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private static Made requested(Workplace host) {
        host.person().makesUp("p");
        return host.renewals().create(new FakeTask(), ORDER);
    }

    private static byte[] request(Made made) {
        return Objects.requireNonNull(made.request());
    }

    private static void install(Workplace host, Made made, X509CertificateHolder certificate) {
        host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), certificate, List.of(AUTHORITY.root()));
    }

    private static void assertUntouched(Workplace host) {
        assertThat(host.renewals().list(ORIGIN)).extracting(Renewal::state).containsExactly(RenewalState.REQUESTED);
        assertThat(host.storages().all().getFirst().containers())
                .filteredOn(each -> each.chain().isEmpty())
                .as("the new key, still without a certificate")
                .hasSize(1);
    }
}
