// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.BackupList;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.backup.Backups;
import org.obnova.host.certificate.ChainVerifier;
import org.obnova.host.certificate.Subject;
import org.obnova.host.entropy.EntropySensor;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Installation;
import org.obnova.host.renewal.Journal;
import org.obnova.host.renewal.OrphanKeys;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.renewal.RequestMaking;
import org.obnova.host.signature.CmsSigner;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.storage.folder.VolumeStorages;

/** One start of the host over one home folder: the services as the host wires them, with a fake person. */
public final class Workplace {
    /** The site of the tests. */
    public static final String ORIGIN = "https://ca.example";

    /** When the tests play. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** The holder. */
    public static final Subject HOLDER =
            new Subject("Иванова Анна Петровна", "Иванова", "Анна Петровна", "RU", "11223344595", "500100732259", null);

    private final Path home;
    private final FakePerson person = new FakePerson();
    private final Storages storages;
    private final Renewals renewals;
    private final OrphanKeys orphans;
    private final DocumentSigning signing;
    private final Backups backups;
    private final BackupNotes notes;
    private final Archive archive;

    /** Starts over this home, with the disk given, trusting this anchor, without tokens. */
    public Workplace(Path home, FileActions disk, X509CertificateHolder anchor) {
        this(home, disk, anchor, Media.none());
    }

    /** As {@link #Workplace(Path, FileActions, X509CertificateHolder)}, with these tokens. */
    public Workplace(Path home, FileActions disk, X509CertificateHolder anchor, Media tokens) {
        this(home, disk, anchor, tokens, volumes -> Media.none());
    }

    /**
     * As {@link #Workplace(Path, FileActions, X509CertificateHolder, Media)}, with drives.
     *
     * @param drives makes them
     */
    public Workplace(
            Path home,
            FileActions disk,
            X509CertificateHolder anchor,
            Media tokens,
            Function<VolumeStorages, Media> drives) {
        this.home = home;
        InstantSource clock = InstantSource.fixed(NOW);
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        DurableFiles files = new DurableFiles(disk);
        storages = FolderMedia.storages(
                directories,
                files,
                new SecureRandom(),
                clock,
                person,
                tokens,
                drives.apply(FolderMedia.volumes(directories, files, new SecureRandom(), clock, person)));
        Journal journal = new Journal(directories.state().resolve("renewals"), files);
        orphans = new OrphanKeys(journal, storages);
        renewals = new Renewals(
                journal,
                storages,
                new RequestMaking(
                        storages,
                        person,
                        new EntropySensor(person),
                        (task, storage, algorithm) -> KeyMakingPrompt.nothing(task),
                        clock),
                person,
                new Installation(new ChainVerifier(List.of(anchor), clock), clock),
                clock);
        signing = new DocumentSigning(storages, person, new CmsSigner(), clock);
        notes = new BackupNotes(
                storages, new BackupList(directories.state().resolve("backups.json"), files), renewals, clock);
        backups = new Backups(storages, person, notes);
        archive = new Archive(storages, notes);
    }

    /** What a site orders for the holder. */
    public static RenewalOrder order(KeyAlgorithm algorithm) {
        return order(algorithm, FolderMedia.COMPUTER);
    }

    /** The same, for a key on that medium. */
    public static RenewalOrder order(KeyAlgorithm algorithm, String storage) {
        return new RenewalOrder(ORIGIN, "app-1", algorithm, HOLDER, storage, null);
    }

    /** Puts the holder's present container on this computer. */
    public KeyContainer present(TestAuthority authority, KeyAlgorithm algorithm, String password, Instant from) {
        return presentIn(storages.computer(), authority, algorithm, password, from);
    }

    /** Puts a container of the holder on that medium. */
    public KeyContainer presentIn(
            KeyStorage storage, TestAuthority authority, KeyAlgorithm algorithm, String password, Instant from) {
        try (SoftwareKey key = new KeyGenerator().generate(algorithm, new SecureRandom())) {
            X509CertificateHolder certificate = authority.issue(HOLDER.toX500Name(), key.publicKey(), from);
            return put(storage, key, List.of(certificate, authority.root()), password);
        }
    }

    /** Puts a key on a medium, as one that lay there before the test began: the question for its password is forgotten. */
    public KeyContainer put(KeyStorage storage, SoftwareKey key, List<X509CertificateHolder> chain, String password) {
        person.makesUpNext(password);
        KeyContainer container = storage.put(new FakeTask(), HOLDER.commonName(), key, chain);
        person.questions().removeLast();
        return container;
    }

    /** The home folder. */
    public Path home() {
        return home;
    }

    /** Who answers. */
    public FakePerson person() {
        return person;
    }

    /** The media. */
    public Storages storages() {
        return storages;
    }

    /** The renewals. */
    public Renewals renewals() {
        return renewals;
    }

    /** The keys that lie about. */
    public OrphanKeys orphans() {
        return orphans;
    }

    /** The signatures. */
    public DocumentSigning signing() {
        return signing;
    }

    /** The list of backups. */
    public BackupNotes backupNotes() {
        return notes;
    }

    /** The archive. */
    public Archive archive() {
        return archive;
    }

    /** The backups. */
    public Backups backups() {
        return backups;
    }
}
