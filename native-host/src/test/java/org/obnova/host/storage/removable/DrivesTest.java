// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakePerson;
import org.obnova.host.person.FakeTask;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.Pseudonyms;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.task.Language;

/** Drives among the other media: their ids, their folders, and what is told when they come and go. */
class DrivesTest {
    private static final String STICK = "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host6/target6:0:0/6:0:0:0";
    private static final String POINT = "/media/anna/KEYS";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final FakePerson person = new FakePerson();

    @SuppressWarnings("NullAway.Init")
    private PretendedLinux linux;

    @SuppressWarnings("NullAway.Init")
    private Drives drives;

    @BeforeEach
    void setUp() throws IOException {
        linux = new PretendedLinux(home.resolve("linux"));
        linux.disk("8:16", STICK, "sdb", true, 31_000_000)
                .partition("8:17", STICK, "sdb", "sdb1")
                .uuid("1234-ABCD", "sdb1");
        drives = drives("a");
    }

    private Drives drives(String installation) {
        Pseudonyms pseudonyms = new Pseudonyms(home.resolve(installation + ".key"), new SecureRandom());
        return new Drives(
                new LinuxDrives(linux.root()),
                () -> new Settings(List.of(), List.of(), List.of(), List.of(), List.of(), true, true, List.of()),
                FolderMedia.volumes(directories(), files(), new SecureRandom(), InstantSource.system(), person),
                pseudonyms::of);
    }

    private Directories directories() {
        return new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("run"));
    }

    private static DurableFiles files() {
        return new DurableFiles(FileActions.disk());
    }

    private Storages storages() {
        return FolderMedia.storages(
                directories(), files(), new SecureRandom(), InstantSource.system(), person, Media.none(), drives);
    }

    private KeyStorage plugged() throws IOException {
        linux.mount("8:17", POINT, "vfat");
        return drives.present().getFirst();
    }

    private Path on(String name) {
        return linux.root().resolve(POINT.substring(1)).resolve(name);
    }

    private void put(KeyStorage storage) {
        person.makesUp("");
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            storage.put(new FakeTask(), "Иванова Анна Петровна", key, List.of());
        }
    }

    @Test
    void aDrive_isListedBetweenTokensAndFolders_whileItIsThere() throws IOException {
        plugged();
        assertThat(storages().all())
                .extracting(KeyStorage::kind)
                .containsExactly(StorageKind.COMPUTER, StorageKind.REMOVABLE);
        assertThat(drives.present().getFirst().label(Language.RU)).isEqualTo("Флешка «KEYS»");
        linux.unmount(POINT);
        assertThat(drives.present()).isEmpty();
    }

    @Test
    void theId_isTheSameTomorrow_anothersOnAnotherComputer_andTellsNoSerialNumber() throws IOException {
        String id = plugged().id();
        assertThat(id).matches("drive-[0-9a-f]{24}");
        assertThat(drives("a").present().getFirst().id()).isEqualTo(id);
        assertThat(drives("b").present().getFirst().id()).isNotEqualTo(id);
    }

    @Test
    void twoCopiesOfADrive_haveIdsOfTheirOwn() throws IOException {
        plugged();
        linux.disk("8:32", STICK.replace("6", "7"), "sdc", true, 31_000_000).mount("8:32", "/media/anna/KEYS1", "vfat");
        Files.delete(linux.root().resolve("dev/disk/by-uuid/1234-ABCD"));
        assertThat(drives.present())
                .extracting(KeyStorage::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatObnovaWrites_liesInItsOwnFolder_whatLaysInTheRootIsReadAndLeft() throws IOException {
        KeyStorage drive = plugged();
        put(drive);
        Path own;
        try (var entries = Files.list(on("Obnova"))) {
            own = entries.findFirst().orElseThrow();
        }
        assertThat(own.getFileName().toString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{16}\\.p12");
        byte[] copy = Files.readAllBytes(own);
        Files.write(on("Ключ Ивановой (копия).p12"), copy);
        put(drive);
        assertThat(drive.containers()).hasSize(3);
        assertThat(Files.readAllBytes(on("Ключ Ивановой (копия).p12"))).isEqualTo(copy);
    }

    @Test
    void aFileCalledObnova_isLeftAlone() throws IOException {
        KeyStorage drive = plugged();
        Files.writeString(on("Obnova"), "a file");
        put(drive);
        assertThat(drive.containers()).hasSize(1);
        assertThat(on("Obnova")).hasContent("a file");
    }

    @Test
    void aLinkCalledObnova_doesNotLeadOffTheDrive() throws IOException {
        KeyStorage drive = plugged();
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(on("Obnova"), elsewhere);
        put(drive);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(drive.containers()).hasSize(1);
    }

    @Test
    void theRootAndTheFolderOfADrive_areTheDrive_whenThePersonNamesThem() throws IOException {
        KeyStorage drive = plugged();
        assertThat(storages().folder(on("")).id()).isEqualTo(drive.id());
        put(drive);
        assertThat(storages().folder(on("Obnova")).id()).isEqualTo(drive.id());
    }

    @Test
    void aFolderNamedBefore_isNotListedBesideTheDriveOnWhichItLies() throws IOException {
        Files.createDirectories(on(""));
        Storages storages = storages();
        storages.folder(on(""));
        assertThat(storages.all())
                .extracting(KeyStorage::kind)
                .containsExactly(StorageKind.COMPUTER, StorageKind.FOLDER);
        plugged();
        assertThat(storages.all())
                .extracting(KeyStorage::kind)
                .containsExactly(StorageKind.COMPUTER, StorageKind.REMOVABLE);
    }

    @Test
    void aDriveThatWasListed_isAbsentWhenPulled() throws IOException {
        KeyStorage drive = plugged();
        linux.unmount(POINT);
        assertThat(drive.state()).isEqualTo(StorageState.ABSENT);
    }

    @Test
    void plugAndPull_areTold_andNothingIsWatchedAfterwards() throws IOException, InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        StoragePrompt.Watch watch = storages().onChange(() -> told.add("changed"));
        plugged();
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        linux.unmount(POINT);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        watch.close();
        plugged();
        assertThat(told.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aFolderThatThePersonNamed_isToldWhenItGoes() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("named"));
        Storages storages = storages();
        storages.folder(folder);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (StoragePrompt.Watch _ = storages.onChange(() -> told.add("changed"))) {
            Files.delete(folder);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }
}
