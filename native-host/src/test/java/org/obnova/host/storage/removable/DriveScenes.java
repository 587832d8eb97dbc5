// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.Pseudonyms;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.folder.VolumeStorages;
import org.opentest4j.TestAbortedException;

/** What is played on real drives, in a process with mounts of its own: {@link DrivesOnRealFileSystemsTest} starts it. */
final class DriveScenes {
    /** The status of a scene for which the machine lacks something. */
    static final int LACKS = 77;

    private static final KeyAlgorithm ALGORITHM = KeyAlgorithm.GOST_2012_256;

    private final Path folder;
    private final TestAuthority authority = new TestAuthority(ALGORITHM, Workplace.NOW);

    private DriveScenes(Path folder) {
        this.folder = folder;
    }

    /** One scene. */
    private interface Scene {
        void play() throws IOException;
    }

    /**
     * Plays a scene.
     *
     * @param args its name and an empty folder
     */
    public static void main(String[] args) throws IOException {
        try {
            Objects.requireNonNull(new DriveScenes(Path.of(args[1])).scenes().get(args[0]), "no such scene")
                    .play();
        } catch (TestAbortedException e) {
            System.out.println(e.getMessage());
            System.exit(LACKS);
        }
    }

    static List<String> names() {
        return List.copyOf(new DriveScenes(Path.of(".")).scenes().keySet());
    }

    private Map<String, Scene> scenes() {
        return new TreeMap<>(Map.of(
                "full", this::full,
                "fullInTheMiddle", this::fullInTheMiddle,
                "readOnly", this::readOnly,
                "exfat", () -> generations(RealDrive.exfat(folder), "fsck.exfat", true),
                "fat", () -> generations(RealDrive.fat(folder), "fsck.vfat", false),
                "pulledDuringTheWrite", this::pulledDuringTheWrite,
                "diesDuringTheWrite", this::diesDuringTheWrite,
                "namedFolderGoesWithItsDrive", this::namedFolderGoesWithItsDrive,
                "renewalGoesOnAfterThePull", this::renewalGoesOnAfterThePull));
    }

    private void full() throws IOException {
        RealDrive drive = RealDrive.inMemory(folder, "size=256k").plug();
        Workplace host = host(drive, FileActions.disk());
        put(host, "first");
        Files.write(drive.point().resolve("Отчёт.doc"), new byte[200 << 10]);
        assertThat(driveOf(host).state()).isEqualTo(StorageState.FULL);
        assertFault(ErrorCode.STORAGE_FULL, () -> put(host, "second"));
        assertOpens(host, "first", 1);
    }

    /** Another program fills the drive while the person enters the password. */
    private void fullInTheMiddle() throws IOException {
        RealDrive drive = RealDrive.inMemory(folder, "size=256k").plug();
        Workplace host = host(drive, new Meddled("writeNew", () -> fill(drive.point())));
        assertFault(ErrorCode.STORAGE_FULL, () -> put(host, "first"));
        assertThat(driveOf(host).containers()).isEmpty();
        try (Stream<Path> left = Files.list(drive.point().resolve("Obnova"))) {
            assertThat(left).as("the room of the failed write is free again").isEmpty();
        }
        Files.delete(drive.point().resolve("Фильм.mkv"));
        put(host, "again");
        assertOpens(host, "again", 1);
    }

    /** The folder at which a drive was mounted is there when the drive is not, and empty: that is no reason to say that its keys are gone. */
    private void namedFolderGoesWithItsDrive() throws IOException {
        RealDrive drive = RealDrive.inMemory(folder, "size=1m");
        Workplace host = new Workplace(folder.resolve("home"), FileActions.disk(), authority.root());
        String id = host.storages().folder(drive.point()).id();
        assertThat(stateOf(host, id)).as("a folder of this computer").isEqualTo(StorageState.READY);

        drive.plug();
        assertThat(host.storages().folder(drive.point()).id()).isEqualTo(id);
        assertThat(stateOf(host, id)).isEqualTo(StorageState.READY);
        drive.pull();

        assertThat(stateOf(host, id)).isEqualTo(StorageState.ABSENT);
        assertFault(
                ErrorCode.STORAGE_NOT_FOUND,
                () -> host.storages()
                        .find(id)
                        .orElseThrow()
                        .newKey(new FakeTask(), "второй")
                        .close());
        drive.plug();
        assertThat(stateOf(host, id)).isEqualTo(StorageState.READY);
    }

    private static StorageState stateOf(Workplace host, String id) {
        return host.storages().find(id).orElseThrow().state();
    }

    private void readOnly() throws IOException {
        RealDrive drive = RealDrive.inMemory(folder, "size=1m").plug();
        Workplace host = host(drive, FileActions.disk());
        put(host, "first");
        RealDrive.must("mount", "-o", "remount,ro", drive.point().toString());
        assertThat(driveOf(host).state()).isEqualTo(StorageState.READ_ONLY);
        assertFault(ErrorCode.STORAGE_READ_ONLY, () -> put(host, "second"));
        assertOpens(host, "first", 1);
    }

    /** Where renaming is not crash-atomic a new generation is written beside the old one; names of Russian people's files are no hindrance. */
    private void generations(RealDrive drive, String checker, boolean anyName) throws IOException {
        drive.plug();
        Workplace host = host(drive, FileActions.disk());
        assertThat(FileActions.disk().renamesAtomically(drive.point())).isFalse();
        Made made = made(host);
        X509CertificateHolder issued = authority.issue(Objects.requireNonNull(made.request()), Workplace.NOW);
        host.person().enters("новый пароль");
        host.renewals().install(new FakeTask(), Workplace.ORIGIN, made.renewal(), issued, List.of(authority.root()));

        Path own = drive.point().resolve("OBNOVA");
        assertThat(Files.isDirectory(own))
                .as("whatever the case of the letters")
                .isTrue();
        Path file;
        try (Stream<Path> all = Files.list(own)) {
            file = all.toList().getFirst();
        }
        assertThat(file.getFileName().toString()).as("generation 1").endsWith(".~1.p12");
        try (Stream<Path> all = Files.list(own)) {
            assertThat(all).as("the generation before it is gone").hasSize(1);
        }
        byte[] copy = Files.readAllBytes(file);
        String name = anyName ? "Иванова Анна Петровна, ЭП до 14 марта 2027 года (копия).pfx" : "COPY.PFX";
        Files.write(drive.point().resolve(name), copy);
        assertThat(driveOf(host).containers()).hasSize(2);
        assertOpenSslOpens(copy, issued);

        KeyContainer held = driveOf(host).containers().getFirst();
        drive.pull();
        assertFault(ErrorCode.STORAGE_REMOVED, () -> {
            host.person().enters("новый пароль");
            held.export(new FakeTask(), Purpose.READ_FOR_BACKUP).close();
        });
        assertThat(driveIfAny(host)).isEmpty();
        drive.assertWhole(checker);
        drive.plug();
        assertThat(driveOf(host).containers())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.chain().getFirst()).isEqualTo(issued));
    }

    /** At each step of the write, the drive is pulled before it. */
    private void pulledDuringTheWrite() throws IOException {
        RealDrive drive = RealDrive.exfat(folder).plug();
        put(host(drive, FileActions.disk()), "first");
        for (String step : List.of("makeFolder", "writeNew", "rename", "syncFolder")) {
            Workplace host = host(drive, new Meddled(step, drive::pull));
            assertFault(ErrorCode.STORAGE_REMOVED, () -> put(host, "second"));
            assertThat(driveIfAny(host)).as(step).isEmpty();
            assertNoKeyIn(drive.point());
            drive.assertWhole("fsck.exfat");
            drive.plug();
            assertOpens(host(drive, FileActions.disk()), "first", step.equals("syncFolder") ? 2 : 1);
        }
    }

    private void diesDuringTheWrite() throws IOException {
        RealDrive drive = RealDrive.exfat(folder).plug();
        put(host(drive, FileActions.disk()), "first");
        Workplace host = host(drive, new Meddled("writeNew", drive::die));
        assertThatThrownBy(() -> put(host, "second"))
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isIn(ErrorCode.STORAGE_FAILED, ErrorCode.STORAGE_REMOVED);
        drive.pull();
        drive.plug();
        assertOpens(host(drive, FileActions.disk()), "first", 1);
    }

    private void renewalGoesOnAfterThePull() throws IOException {
        RealDrive drive = RealDrive.exfat(folder).plug();
        Workplace before = host(drive, new Meddled("writeNew", drive.point(), drive::pull));
        before.person().makesUp("новый пароль");
        String id = driveOf(before).id();
        assertFault(
                ErrorCode.STORAGE_REMOVED,
                () -> before.renewals().create(new FakeTask(), Workplace.order(ALGORITHM, id)));

        Workplace host = host(drive, FileActions.disk());
        assertFault(
                ErrorCode.STORAGE_NOT_FOUND,
                () -> host.renewals().create(new FakeTask(), Workplace.order(ALGORITHM, id)));
        drive.plug();
        Made made = made(host);
        assertThat(driveOf(host).containers()).as("one key").hasSize(1);
        X509CertificateHolder issued = authority.issue(Objects.requireNonNull(made.request()), Workplace.NOW);

        drive.pull();
        assertThatThrownBy(() -> install(host, made, issued)).isInstanceOf(Fault.class);
        drive.plug();
        host.person().enters("новый пароль");
        install(host, made, issued);
        assertThat(host.renewals().list(Workplace.ORIGIN))
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(RenewalState.INSTALLED));
        drive.pull();
        drive.assertWhole("fsck.exfat");
    }

    private void install(Workplace host, Made made, X509CertificateHolder issued) {
        host.renewals().install(new FakeTask(), Workplace.ORIGIN, made.renewal(), issued, List.of(authority.root()));
    }

    private Made made(Workplace host) {
        host.person().makesUp("новый пароль");
        return host.renewals()
                .create(new FakeTask(), Workplace.order(ALGORITHM, driveOf(host).id()));
    }

    private Workplace host(RealDrive drive, FileActions disk) {
        Path home = folder.resolve("home");
        return new Workplace(home, disk, authority.root(), Media.none(), volumes -> drives(drive, home, volumes));
    }

    /** As the person's settings name it: an image is a drive only by them. */
    private static Media drives(RealDrive drive, Path home, VolumeStorages volumes) {
        Pseudonyms pseudonyms = new Pseudonyms(home.resolve("media.key"), new SecureRandom());
        Settings settings =
                new Settings(List.of(), List.of(), List.of(), List.of(), List.of(drive.point()), true, true, List.of());
        return new Drives(new LinuxDrives(Path.of("/")), () -> settings, volumes, pseudonyms::of);
    }

    private static List<KeyStorage> driveIfAny(Workplace host) {
        return host.storages().all().stream().skip(1).toList();
    }

    private static KeyStorage driveOf(Workplace host) {
        List<KeyStorage> drives = driveIfAny(host);
        assertThat(drives).hasSize(1);
        return drives.getFirst();
    }

    private void put(Workplace host, String password) {
        host.person().makesUp(password);
        try (SoftwareKey key = new KeyGenerator().generate(ALGORITHM, new SecureRandom())) {
            X509CertificateHolder certificate = authority.issue(
                    Workplace.HOLDER.toX500Name(), key.publicKey(), Workplace.NOW.minus(Duration.ofDays(9)));
            driveOf(host).put(new FakeTask(), "Иванова", key, List.of(certificate, authority.root()));
        }
    }

    /** So many containers are there, and one of them opens with the password. */
    private static void assertOpens(Workplace host, String password, int count) {
        List<KeyContainer> all = driveOf(host).containers();
        assertThat(all).hasSize(count);
        assertThat(all).anyMatch(each -> opens(host, each, password));
    }

    private static boolean opens(Workplace host, KeyContainer container, String password) {
        host.person().enters(password);
        try {
            container.export(new FakeTask(), Purpose.READ_FOR_BACKUP).close();
            return true;
        } catch (Fault e) {
            assertThat(e.code()).as("another password than this one").isEqualTo(ErrorCode.CANCELLED);
            return false;
        }
    }

    private void assertOpenSslOpens(byte[] container, X509CertificateHolder certificate) throws IOException {
        OpenSsl openssl = new OpenSsl(folder).put("container.p12", container);
        openssl.put(
                "leaf.pem",
                openssl.must("pkcs12", "-in", "container.p12", "-passin", "pass:новый пароль", "-nokeys", "-clcerts"));
        assertThat(openssl.must("x509", "-in", "leaf.pem", "-outform", "DER")).isEqualTo(certificate.getEncoded());
    }

    /** The folder at which the drive was is one of the computer's. */
    private static void assertNoKeyIn(Path point) throws IOException {
        try (Stream<Path> all = Files.walk(point)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** With a film, as far as it goes. */
    private static void fill(Path point) {
        try (OutputStream film = Files.newOutputStream(point.resolve("Фильм.mkv"))) {
            for (int i = 0; i < 1_000; i++) {
                film.write(new byte[4096]);
            }
        } catch (IOException e) {
            return;
        }
        throw new AssertionError("too large a drive");
    }

    private static void assertFault(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }
}
