// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakePins;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.StoragePrompt.Choice;
import org.obnova.host.storage.token.OneModule;
import org.obnova.host.storage.token.TestToken;

/** One computer with a token in its reader: an old certificate on the token, another one on the computer, and the journey of a renewal. */
final class Site implements AutoCloseable {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, Workplace.NOW);
    private static final int PLENTY = 60;

    private final Manner manner;
    private final Path folder;
    private final TestToken token;
    private final FakePins pins = new FakePins();
    private final OneModule media;
    private final Workplace host;
    private Supplier<Choice> choice = () -> new Choice.OtherFolder(Path.of("."));

    private Site(Manner manner, Path folder, TestToken token, Duration patience) {
        this.manner = manner;
        this.folder = folder;
        this.token = token;
        for (int i = 0; i < PLENTY; i++) {
            pins.enters(TestToken.PIN);
        }
        Path locks = folder.resolve("locks");
        try {
            Files.createDirectories(locks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        media = new OneModule(token.module(), patience, locks, pins);
        host = new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root(), media);
    }

    /** Sets one up in an empty folder; what it needs of old things is made by an earlier renewal of the host itself. */
    static Certificates prepare(Manner manner, Path folder, Duration patience) {
        TestToken token = TestToken.inserted(folder.resolve("cabinet"), manner.product);
        try (Site site = new Site(manner, folder, token, patience)) {
            KeyContainer other =
                    site.host.present(AUTHORITY, KeyAlgorithm.EC_P256, "", Workplace.NOW.minus(Duration.ofDays(100)));
            Made made = site.host.renewals().create(new FakeTask(), site.order("app-0"));
            X509CertificateHolder old =
                    AUTHORITY.issue(Objects.requireNonNull(made.request()), Workplace.NOW.minus(Duration.ofDays(340)));
            site.host
                    .renewals()
                    .install(new FakeTask(), Workplace.ORIGIN, made.renewal(), old, List.of(AUTHORITY.root()));
            return new Certificates(
                    Thumbprint.sha256(old), Thumbprint.sha256(other.chain().getFirst()));
        }
    }

    /** What lies there before the renewal, by SHA-256. */
    record Certificates(String onToken, String onComputer) {}

    /** A copy of a prepared one, in a folder that does not exist yet. */
    static Site copyOf(Path prepared, Manner manner, Path folder, Duration patience) {
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, folder.resolve(prepared.relativize(each).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestToken token = TestToken.existing(folder.resolve("cabinet"));
        token.forgetCalls();
        token.insert();
        return new Site(manner, folder, token, patience);
    }

    static OtherSide otherSide() {
        return new OtherSide(AUTHORITY);
    }

    TestToken token() {
        return token;
    }

    OneModule media() {
        return media;
    }

    Workplace host() {
        return host;
    }

    /** How often the person has entered the PIN. */
    long entries() {
        return pins.shown().stream().filter(each -> each.startsWith("enter")).count();
    }

    private KeyStorage tokenStorage() {
        return host.storages().all().stream()
                .filter(each -> each.token().isPresent())
                .findFirst()
                .orElseThrow(() -> media.troubles().isEmpty()
                        ? new Fault(ErrorCode.TOKEN_REMOVED, "the token is not listed, which the empty reader explains")
                        : media.troubles().getLast());
    }

    private RenewalOrder order(String application) {
        return new RenewalOrder(
                Workplace.ORIGIN,
                application,
                manner.algorithm,
                Workplace.HOLDER,
                tokenStorage().id(),
                null);
    }

    /** List, statement, key and request, installation, copy; what was done already is found done. */
    void journey(Certificates before, OtherSide otherSide) {
        host.storages().all().forEach(KeyStorage::containers);
        sign(before.onToken());
        Made made = host.renewals().create(new FakeTask(), order("app-1"));
        X509CertificateHolder issued = otherSide.issue(Objects.requireNonNull(made.request()));
        host.renewals().install(new FakeTask(), Workplace.ORIGIN, made.renewal(), issued, List.of(otherSide.root()));
        copyToToken(before.onComputer());
        if (manner == Manner.PASSIVE) {
            copyToFolder(Thumbprint.sha256(issued));
        }
    }

    private void copyToToken(String certificate) {
        copy(certificate, () -> new Choice.Offered(tokenStorage()));
    }

    private void copyToFolder(String certificate) {
        host.person().makesUp("");
        copy(certificate, () -> new Choice.OtherFolder(folder.resolve("drive")));
    }

    /** A copy that was made, and whose acknowledgement was lost, is found made. */
    private void copy(String certificate, Supplier<Choice> where) {
        choice = where;
        // An answer that an interruption left unused must not be another copy's.
        host.person().chooses(offers -> choice.get());
        host.backups().copy(new FakeTask(), certificate);
    }

    /** Signs a text with the key of this certificate. */
    void sign(String certificate) {
        byte[] cms = host.signing()
                .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", "Some text.", certificate)
                .cms();
        if (cms.length == 0) {
            throw new AssertionError("nothing was signed");
        }
    }

    @Override
    public void close() {
        media.close();
    }
}
