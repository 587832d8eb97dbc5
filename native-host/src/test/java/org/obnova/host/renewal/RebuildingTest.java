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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.certificate.Subject;
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
import org.obnova.host.storage.StoragePrompt.Choice;

/** On another computer, and after the record was lost or damaged: the authority's request and the key on its medium are enough. */
class RebuildingTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void anotherComputer_goesOnWithTheMedium_andInstalls(KeyAlgorithm algorithm) throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        TestAuthority authority = new TestAuthority(algorithm, NOW);
        RenewalOrder order = new RenewalOrder(ORIGIN, "app-1", algorithm, Workplace.HOLDER, null, null);
        Workplace first = new Workplace(folder.resolve("first"), FileActions.disk(), authority.root());
        first.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("p");
        byte[] request = Objects.requireNonNull(
                first.renewals().create(new FakeTask(), order).request());

        Workplace second = new Workplace(folder.resolve("second"), FileActions.disk(), authority.root());
        assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> second.renewals().create(new FakeTask(), order, request));
        assertThat(second.renewals().list(ORIGIN)).as("nothing was begun").isEmpty();
        second.storages().folder(drive);
        Made made = second.renewals().create(new FakeTask(), order, request);
        assertThat(made.request()).isEqualTo(request);
        assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
        assertThat(made.storage().isAt(drive)).isTrue();
        assertThat(second.person().questions()).as("nobody was asked").isEmpty();
        assertThat(second.person().offers()).isEmpty();

        second.person().enters("p");
        X509CertificateHolder issued = authority.issue(request, NOW);
        second.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(authority.root()));
        assertThat(first.renewals().list(ORIGIN))
                .as("the first computer sees it on the medium")
                .extracting(Renewal::state)
                .containsExactly(RenewalState.INSTALLED);
    }

    @Test
    void theRequest_isReturnedWithoutTheMedium_whereTheJournalKnowsIt() throws IOException {
        Workplace host = start();
        byte[] request = requested(host);
        Files.move(folder.resolve("home/data/containers"), folder.resolve("home/data/elsewhere"));
        assertThat(start().renewals().create(new FakeTask(), ORDER, request).request())
                .isEqualTo(request);
        assertThat(start().renewals().list(ORIGIN))
                .singleElement()
                .satisfies(each -> assertThat(each.keyMissing()).isTrue());
    }

    @Test
    void theRequest_mustBeOne_andForThisHolderAndAlgorithm() {
        Workplace host = start();
        byte[] request = requested(host);
        byte[] forged = request.clone();
        forged[forged.length - 3] ^= 1;
        for (byte[] wrong : List.of(new byte[] {0x30, 0}, new byte[] {1}, forged, new byte[70_000])) {
            assertFault(ErrorCode.RENEWAL_CONFLICT, () -> host.renewals().create(new FakeTask(), ORDER, wrong));
        }
        Subject other = new Subject("Другая", "Другая", "Анна", "RU", "11223344595", "500100732259", null);
        RenewalOrder forOther = new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, other, ORDER.storageId(), null);
        assertFault(ErrorCode.RENEWAL_CONFLICT, () -> host.renewals().create(new FakeTask(), forOther, request));
        assertFault(
                ErrorCode.RENEWAL_CONFLICT,
                () -> host.renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.GOST_2012_256), request));
    }

    @Test
    void theKeyOfALivingRenewal_isGivenToNoOther_neitherToAnotherSite() {
        Workplace host = start();
        byte[] request = requested(host);
        for (RenewalOrder thief : List.of(order(ORIGIN, "app-2"), order("https://other.example", "app-1"))) {
            assertFault(ErrorCode.RENEWAL_CONFLICT, () -> host.renewals().create(new FakeTask(), thief, request));
        }
        assertThat(host.renewals().listAll(true)).hasSize(1);
    }

    @Test
    void theAuthoritysRequest_takesThePlaceOfOneThatWasMadeMeanwhile_andTheOtherKeyIsKept() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        RenewalOrder open = new RenewalOrder(ORIGIN, "app-1", KeyAlgorithm.EC_P256, Workplace.HOLDER, null, null);
        Workplace first = new Workplace(folder.resolve("first"), FileActions.disk(), AUTHORITY.root());
        first.person().chooses(offers -> new Choice.OtherFolder(drive)).makesUp("");
        byte[] request = Objects.requireNonNull(
                first.renewals().create(new FakeTask(), open).request());
        Workplace second = start();
        requested(second);
        second.storages().folder(drive);

        assertThat(second.renewals().create(new FakeTask(), open, request).request())
                .isEqualTo(request);

        assertThat(second.orphans().all())
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.application()).isEqualTo("app-1"));
    }

    @Test
    void theRequestOfAnotherKey_isRefused_onceACertificateIsInstalled() throws IOException {
        Workplace elsewhere = new Workplace(folder.resolve("first"), FileActions.disk(), AUTHORITY.root());
        byte[] other = requested(elsewhere);
        Workplace host = start();
        byte[] request = requested(host);
        host.person().enters("p");
        String id = host.renewals().list(ORIGIN).getFirst().id();
        host.renewals().install(new FakeTask(), ORIGIN, id, AUTHORITY.issue(request, NOW), List.of(AUTHORITY.root()));
        assertFault(ErrorCode.RENEWAL_CONFLICT, () -> host.renewals().create(new FakeTask(), ORDER, other));
        assertThat(host.renewals().create(new FakeTask(), ORDER, request).state())
                .isEqualTo(RenewalState.INSTALLED);
    }

    /** The last octets are lost first; the request stands near the end. */
    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.6, 0.3, 0.05, 0})
    void aTornRecord_isKeptAside_andRebuiltAsFarAsItGoes(double left) throws IOException {
        Workplace host = start();
        byte[] request = requested(host);
        Path record = record(host);
        byte[] whole = Files.readAllBytes(record);
        byte[] torn = Arrays.copyOf(whole, (int) (whole.length * left));
        Files.write(record, torn);

        Workplace later = start();
        later.person().takesTheKeyOnOffer().enters("p");
        Made made = later.renewals().create(new FakeTask(), ORDER);

        assertThat(made.state()).isEqualTo(RenewalState.REQUESTED);
        if (left > 0.99) {
            assertThat(made.request()).isEqualTo(request);
            assertThat(later.person().questions()).isEmpty();
        }
        assertThat(later.storages().all().getFirst().containers())
                .as("the same key")
                .hasSize(1);
        assertThat(record.resolveSibling("journal.json.damaged")).hasBinaryContent(torn);
        assertThat(start().renewals().create(new FakeTask(), ORDER).request()).isEqualTo(made.request());
    }

    @Test
    void aDamagedRecord_isBroughtBackByTheAuthoritysRequest_andToldUntilThen() throws IOException {
        Workplace host = start();
        byte[] request = requested(host);
        String id = host.renewals().list(ORIGIN).getFirst().id();
        Files.writeString(record(host), "{\"formatVersion\": 1, \"id\": ");

        assertThat(host.renewals().list(ORIGIN)).isEmpty();
        assertThat(host.renewals().unreadable())
                .extracting(UnreadableRecord::renewal)
                .containsExactly(id);
        assertFault(ErrorCode.JOURNAL_DAMAGED, () -> host.renewals().resume(new FakeTask(), ORIGIN, id));
        assertFault(
                ErrorCode.JOURNAL_DAMAGED, () -> host.renewals().abandon(new FakeTask(), ORIGIN, id, host.person()));
        assertThat(host.renewals().create(new FakeTask(), ORDER, request).request())
                .isEqualTo(request);
        assertThat(host.renewals().unreadable()).isEmpty();
    }

    @Test
    void aForeignRecord_isKeptAside_andNothingIsTakenFromIt() throws IOException {
        Workplace host = start();
        requested(host);
        byte[] foreign = Files.readAllBytes(record(host));
        String own = Journal.id(ORIGIN, "app-2");
        Path place =
                Files.createDirectories(host.home().resolve("state/renewals").resolve(own));
        Files.write(place.resolve("journal.json"), foreign);

        host.person().makesUp("p");
        host.renewals().create(new FakeTask(), order(ORIGIN, "app-2"));

        assertThat(host.renewals().list(ORIGIN))
                .extracting(Renewal::application)
                .containsExactlyInAnyOrder("app-1", "app-2");
        assertThat(host.storages().all().getFirst().containers()).hasSize(2);
        assertThat(place.resolve("journal.json.damaged")).hasBinaryContent(foreign);
    }

    @Test
    void aNewerRecord_isRefused_andStaysAsItIs_whoeverAsks() throws IOException {
        Workplace host = start();
        byte[] request = requested(host);
        String id = host.renewals().list(ORIGIN).getFirst().id();
        String newer = "{\"formatVersion\": 4, \"anything\": true}";
        Files.writeString(record(host), newer);
        assertFault(ErrorCode.JOURNAL_NEWER, () -> host.renewals().create(new FakeTask(), ORDER));
        assertFault(ErrorCode.JOURNAL_NEWER, () -> host.renewals().create(new FakeTask(), ORDER, request));
        assertFault(ErrorCode.JOURNAL_NEWER, () -> host.renewals().abandon(new FakeTask(), null, id, host.person()));
        UnreadableRecord told = host.renewals().unreadable().getFirst();
        assertFault(ErrorCode.JOURNAL_NEWER, () -> host.renewals().drop(new FakeTask(), told));
        assertThat(record(host)).hasContent(newer);
    }

    @Test
    void aDamagedRecord_canBePutAway_byThePerson() throws IOException {
        Workplace host = start();
        requested(host);
        Files.writeString(record(host), "spoilt");
        host.renewals().drop(new FakeTask(), host.renewals().unreadable().getFirst());
        assertThat(host.renewals().unreadable()).isEmpty();
        assertThat(host.orphans().all()).as("its key lies about").hasSize(1);
        assertThat(record(host).resolveSibling("journal.json.damaged")).hasContent("spoilt");
    }

    /** Back from a damaged record by the authority's request, or with a key that lay about: whatever the moment, the same key goes on and no second one is made. */
    @ParameterizedTest
    @CsvSource({"KILL,1,true", "KILL,1,false", "FULL,2,true", "FULL,2,false", "FAILED,3,true", "FAILED,3,false"})
    void bringingBack_isRepeated_whereverItIsInterrupted(Mishap mishap, int first, boolean fromRequest)
            throws IOException {
        int points = 3;
        // Every third point, from another first one for each mishap.
        for (int at = first; at <= points; at += 3) {
            Path home = folder.resolve(mishap + "-" + fromRequest + "-" + at);
            Workplace before = new Workplace(home, FileActions.disk(), AUTHORITY.root());
            byte[] request = requested(before);
            Files.writeString(record(before), "torn");
            FaultyActions disk = new FaultyActions(mishap, at, true);
            try {
                broughtBack(new Workplace(home, disk, AUTHORITY.root()), request, fromRequest);
            } catch (Killed e) {
                assertThat(mishap).isEqualTo(Mishap.KILL);
            } catch (Fault e) {
                assertThat(e.code()).isIn(ErrorCode.STORAGE_FULL, ErrorCode.STORAGE_FAILED);
            }
            points = Math.max(points, disk.points() + 3);

            Workplace later = new Workplace(home, FileActions.disk(), AUTHORITY.root());
            byte[] again = broughtBack(later, request, fromRequest);
            if (fromRequest) {
                assertThat(again).as("point %d", at).isEqualTo(request);
            }
            assertThat(later.storages().all().getFirst().containers())
                    .as("point %d", at)
                    .hasSize(1);
            assertThat(later.renewals().list(ORIGIN))
                    .extracting(Renewal::state)
                    .containsExactly(RenewalState.REQUESTED);
            assertThat(record(later).resolveSibling("journal.json.damaged")).hasContent("torn");
        }
        assertThat(points).isGreaterThan(8);
    }

    private static byte[] broughtBack(Workplace host, byte[] request, boolean fromRequest) {
        if (fromRequest) {
            return Objects.requireNonNull(
                    host.renewals().create(new FakeTask(), ORDER, request).request());
        }
        host.person().takesTheKeyOnOffer().enters("p");
        return Objects.requireNonNull(
                host.renewals().create(new FakeTask(), ORDER).request());
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private static byte[] requested(Workplace host) {
        host.person().makesUp("p");
        return Objects.requireNonNull(
                host.renewals().create(new FakeTask(), ORDER).request());
    }

    private static RenewalOrder order(String origin, String application) {
        return new RenewalOrder(origin, application, KeyAlgorithm.EC_P256, Workplace.HOLDER, ORDER.storageId(), null);
    }

    private static Path record(Workplace host) {
        return host.home()
                .resolve("state/renewals")
                .resolve(Journal.id(ORIGIN, "app-1"))
                .resolve("journal.json");
    }
}
