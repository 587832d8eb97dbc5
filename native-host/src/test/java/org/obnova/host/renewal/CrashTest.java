// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StoragePrompt.Choice;

/**
 * A renewal with backup is interrupted at each point of each durable write, then begun anew over the same folders: nothing that was
 * acknowledged is lost, no key is made twice, and the old key signs.
 */
class CrashTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    /** Every so many points by default, each case with another first one; {@code -Dobnova.crash.stride=1} takes all (some minutes). */
    private static final int STRIDE = Integer.getInteger("obnova.crash.stride", 8);

    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    /** What the other side, page and authority, remembers of what it was told. */
    private static final class OtherSide {
        private byte @Nullable [] request;
        private @Nullable X509CertificateHolder issued;
        private boolean installed;
    }

    @ParameterizedTest(name = "{0}, rename atomic: {1}")
    @CsvSource({"KILL,true,0", "KILL,false,3", "FULL,true,1", "FULL,false,4", "FAILED,true,2", "FAILED,false,5"})
    void renewal_losesNothing_whereverItIsInterrupted(Mishap mishap, boolean atomicRename, int first)
            throws IOException {
        int points = points(atomicRename);
        assertThat(points).isGreaterThan(100);
        for (int at = 1 + first % STRIDE; at <= points; at += STRIDE) {
            Path home = folder.resolve(mishap + "-" + at);
            String old = oldCertificate(home);
            OtherSide otherSide = new OtherSide();
            boolean interrupted = interrupted(home, new FaultyActions(mishap, at, atomicRename), otherSide);
            if (mishap == Mishap.KILL) {
                assertThat(interrupted).as("killed at point %d", at).isTrue();
            }

            Workplace later = start(home, FileActions.disk());
            if (otherSide.installed) {
                assertThat(later.renewals().list(ORIGIN))
                        .extracting(Renewal::state)
                        .as("an acknowledged installation, point %d", at)
                        .allSatisfy(state -> assertThat(state).isGreaterThanOrEqualTo(RenewalState.INSTALLED));
            }
            journey(later, otherSide);
            assertWhole(later, old, otherSide, at);
        }
    }

    private static boolean interrupted(Path home, FaultyActions disk, OtherSide otherSide) {
        try {
            journey(start(home, disk), otherSide);
            return false;
        } catch (Killed e) {
            return true;
        } catch (Fault e) {
            assertThat(e.code()).isIn(ErrorCode.STORAGE_FULL, ErrorCode.STORAGE_FAILED);
            return true;
        }
    }

    private static void journey(Workplace host, OtherSide otherSide) {
        host.person()
                .makesUp("")
                .chooses(offers -> new Choice.OtherFolder(host.home().resolve("drive")));
        Made made = host.renewals().create(new FakeTask(), ORDER);
        byte[] request = Objects.requireNonNull(made.request());
        if (otherSide.request == null) {
            otherSide.request = request;
            otherSide.issued = AUTHORITY.issue(request, NOW);
        }
        assertThat(request).as("the request that was acknowledged").isEqualTo(otherSide.request);
        X509CertificateHolder issued = Objects.requireNonNull(otherSide.issued);
        host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
        otherSide.installed = true;
        host.person().makesUp("");
        host.backups().copy(new FakeTask(), Thumbprint.sha256(issued));
    }

    private static void assertWhole(Workplace host, String old, OtherSide otherSide, int at) throws IOException {
        String issued = Thumbprint.sha256(Objects.requireNonNull(otherSide.issued));
        assertThat(host.renewals().list(ORIGIN))
                .as("point %d", at)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(RenewalState.BACKED_UP);
                    assertThat(each.certificate()).isEqualTo(issued);
                });
        for (String each : List.of(old, issued)) {
            assertThat(host.signing()
                            .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", each)
                            .cms())
                    .isNotEmpty();
        }
        List<KeyStorage> media = host.storages().all();
        assertThat(media).hasSize(2);
        assertThat(media.get(0).containers()).as("old and new, and no orphan").hasSize(2);
        assertThat(media.get(1).containers())
                .as("the copy")
                .extracting(KeyContainer::chain)
                .hasSize(1);
        assertThat(host.backupNotes().known(new FakeTask()).copies()).hasSize(1);
        try (Stream<Path> left = Files.walk(host.home())) {
            assertThat(left.filter(each -> each.toString().endsWith(".new")))
                    .as("point %d", at)
                    .isEmpty();
        }
    }

    private int points(boolean atomicRename) {
        Path home = folder.resolve("count");
        oldCertificate(home);
        FaultyActions counting = new FaultyActions(Mishap.KILL, 0, atomicRename);
        journey(start(home, counting), new OtherSide());
        return counting.points();
    }

    private static String oldCertificate(Path home) {
        KeyContainer old = start(home, FileActions.disk())
                .present(AUTHORITY, KeyAlgorithm.EC_P256, "", NOW.minus(Duration.ofDays(340)));
        return Thumbprint.sha256(old.chain().getFirst());
    }

    private static Workplace start(Path home, FileActions disk) {
        return new Workplace(home, disk, AUTHORITY.root());
    }
}
