// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.task.Language;

/** Which of a computer's file systems are drives that a person plugs in, and how they are called. */
class LinuxDrivesTest {
    private static final String STICK = "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host6/target6:0:0/6:0:0:0";
    private static final String CASE = "pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host7/target7:0:0/7:0:0:0";
    private static final String INSIDE = "pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0";
    private static final String READER = "pci0000:00/0000:00:1d.0/rtsx_pci_sdmmc.0/mmc_host/mmc0/mmc0:aaaa";
    private static final long GB16 = 31_000_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private PretendedLinux linux;

    @BeforeEach
    void setUp() throws IOException {
        linux = new PretendedLinux(root);
        linux.disk("8:0", INSIDE, "sda", false, 500_000_000)
                .partition("8:1", INSIDE, "sda", "sda1")
                .mount("8:1", "/", "ext4");
    }

    private List<Drive> drives(String... named) {
        return new LinuxDrives(root)
                .read(Set.copyOf(List.of(named).stream().map(Path::of).toList()));
    }

    private PretendedLinux stick() throws IOException {
        return linux.disk("8:16", STICK, "sdb", true, GB16).partition("8:17", STICK, "sdb", "sdb1");
    }

    @Test
    void aFlashDrive_isFound_andCalledByItsLabel() throws IOException {
        stick().label("ИВАНОВА", "sdb1").uuid("1234-ABCD", "sdb1").mount("8:17", "/media/anna/ИВАНОВА", "vfat");
        Drive drive = drives().getFirst();
        assertThat(drive.label(Language.RU)).isEqualTo("Флешка «ИВАНОВА»");
        assertThat(drive.label(Language.EN)).isEqualTo("Flash drive “ИВАНОВА”");
        assertThat(drive.root()).isEqualTo(root.resolve("media/anna/ИВАНОВА"));
    }

    @Test
    void aLabelWithBlanks_isReadFromTheLinkAndTheMountTable() throws IOException {
        stick().label("Ключи\\x20ООО\\x20\\x22Ромашка\\x22", "sdb1").mount("8:17", "/media/anna/Ключи ООО", "exfat");
        assertThat(drives().getFirst().label(Language.RU)).isEqualTo("Флешка «Ключи ООО \"Ромашка\"»");
        assertThat(drives().getFirst().root()).isEqualTo(root.resolve("media/anna/Ключи ООО"));
    }

    @Test
    void aLabelInTheCodePageOfRussianDos_isRead() throws IOException {
        stick().label("\\x88\\x82\\x80\\x8d\\x8e\\x82\\x80", "sdb1").mount("8:17", "/media/anna/1234-ABCD", "vfat");
        assertThat(drives().getFirst().label(Language.RU)).isEqualTo("Флешка «ИВАНОВА»");
    }

    @Test
    void aLabelOfAStranger_cannotTurnTheTextAroundIt() throws IOException {
        stick().label("A\\xe2\\x80\\xaeB\\x07" + "x".repeat(60), "sdb1").mount("8:17", "/media/anna/A", "ext4");
        assertThat(drives().getFirst().label(Language.EN)).isEqualTo("Flash drive “AB" + "x".repeat(38) + "”");
    }

    @Test
    void withoutALabel_makerAndSizeTell() throws IOException {
        stick().says(STICK, "sdb", "vendor", "Kingston")
                .says(STICK, "sdb", "model", "DataTraveler 3.0")
                .uuid("1234-ABCD", "sdb1")
                .mount("8:17", "/media/anna/1234-ABCD", "vfat");
        assertThat(drives().getFirst().label(Language.RU)).isEqualTo("Флешка Kingston DataTraveler 3.0, 16 ГБ");
        assertThat(drives().getFirst().label(Language.EN)).isEqualTo("Flash drive Kingston DataTraveler 3.0, 16 GB");
    }

    @Test
    void withoutALabelAndAMaker_theSizeTells() throws IOException {
        stick().says(STICK, "sdb", "vendor", "Generic")
                .says(STICK, "sdb", "model", "Flash Disk")
                .mount("8:17", "/mnt", "vfat");
        assertThat(drives().getFirst().label(Language.RU)).isEqualTo("Флешка, 16 ГБ");
    }

    @Test
    void aStickWithoutAPartitionTable_isFound() throws IOException {
        linux.disk("8:16", STICK, "sdb", true, GB16).label("KEYS", "sdb").mount("8:16", "/run/media/anna/KEYS", "vfat");
        assertThat(drives()).extracting(each -> each.label(Language.RU)).containsExactly("Флешка «KEYS»");
    }

    @Test
    void aDiskette_aCardAndAnExternalDisk_areCalledSo() throws IOException {
        linux.disk("2:0", "platform/floppy.0", "fd0", true, 2880).mount("2:0", "/media/floppy0", "vfat");
        linux.disk("179:0", READER, "mmcblk0", false, GB16)
                .says(READER, "mmcblk0", "type", "SD")
                .label("CARD", "mmcblk0")
                .mount("179:0", "/media/anna/CARD", "exfat");
        linux.disk("8:32", CASE, "sdc", false, 2_000_000_000)
                .partition("8:33", CASE, "sdc", "sdc1")
                .label("АРХИВ", "sdc1")
                .mount("8:33", "/media/anna/АРХИВ", "ntfs3");
        linux.disk("8:48", STICK, "sdd", true, 2880).label("A", "sdd").mount("8:48", "/media/anna/A", "vfat");
        assertThat(drives())
                .extracting(each -> each.label(Language.RU))
                .containsExactly("Дискета «floppy0»", "Карта памяти «CARD»", "Внешний диск «АРХИВ»", "Дискета «A»");
    }

    @Test
    void anEncryptedFlashDrive_isADrive_anEncryptedDiskInsideIsNot() throws IOException {
        stick().mapped("253:1", "dm-1", "8:17").label("SAFE", "dm-1").mount("253:1", "/media/anna/SAFE", "ext4");
        linux.partition("8:2", INSIDE, "sda", "sda2")
                .mapped("253:0", "dm-0", "8:2")
                .mount("253:0", "/data", "ext4");
        assertThat(drives()).extracting(each -> each.label(Language.EN)).containsExactly("Flash drive “SAFE”");
    }

    @ParameterizedTest
    @CsvSource({
        "0:44, /media/anna/share, cifs",
        "0:45, /media/anna/tmp, tmpfs",
        "7:3, /snap/core/1, squashfs",
        "7:4, /media/anna/image, ext4",
        "8:2, /media/anna/Windows, ntfs3",
        "11:0, /media/anna/CD, iso9660",
        "179:8, /media/anna/inside, ext4"
    })
    void whatNobodyPlugsIn_isNoDrive(String numbers, String point, String type) throws IOException {
        linux.disk("7:3", "virtual", "loop3", false, 100_000)
                .disk("7:4", "virtual", "loop4", false, 100_000)
                .partition("8:2", INSIDE, "sda", "sda2")
                .disk("11:0", "pci0000:00/0000:00:17.0/ata2/host1/target1:0:0/1:0:0:0", "sr0", true, 1_000_000)
                .disk("179:8", READER, "mmcblk1", false, GB16)
                .says(READER, "mmcblk1", "type", "MMC")
                .mount(numbers, point, type);
        assertThat(drives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/", "/boot/efi", "/home", "/var/lib/docker", "/run/live/medium"})
    void aSystemThatRunsFromAFlashDrive_isNotOnOffer(String point) throws IOException {
        stick().mount("8:17", point, "ext4");
        assertThat(drives()).isEmpty();
    }

    @Test
    void aFolderOfADriveMountedElsewhere_isNoSecondDrive() throws IOException {
        stick().mount("8:17", "/media/anna/KEYS", "vfat").mount("8:17", "/docs", "/media/anna/docs", "vfat");
        assertThat(drives()).hasSize(1);
    }

    @Test
    void whatTheSettingsName_isADrive_aslongAsSomethingIsMountedThere() throws IOException {
        assertThat(drives("/media/anna/vault")).isEmpty();
        linux.mount("0:51", "/media/anna/vault", "fuse.veracrypt");
        assertThat(drives("/media/anna/vault"))
                .extracting(each -> each.label(Language.RU))
                .containsExactly("Съёмный диск «vault»");
        assertThat(drives()).isEmpty();
    }

    @Test
    void theIdentity_staysWhenTheDriveIsMountedElsewhere_andIsAnothersForAnother() throws IOException {
        stick().uuid("1234-ABCD", "sdb1").mount("8:17", "/media/anna/KEYS", "vfat");
        String before = drives().getFirst().identity();
        linux.unmount("/media/anna/KEYS").mount("8:17", "/media/anna/KEYS1", "vfat");
        assertThat(drives().getFirst().identity()).isEqualTo(before).doesNotContain("media");
        linux.disk("8:32", CASE, "sdc", true, GB16 / 2).uuid("5678-ABCD", "sdc").mount("8:32", "/media/anna/B", "vfat");
        assertThat(drives().getLast().identity()).isNotEqualTo(before);
    }

    @Test
    void aDriveIsThere_untilItIsUnmountedPulledOrPluggedInAnew() throws IOException {
        LinuxDrives table = new LinuxDrives(root);
        stick().mount("8:17", "/media/anna/KEYS", "vfat");
        Drive drive = drives().getFirst();
        assertThat(table.isThere(drive)).isTrue();

        linux.unmount("/media/anna/KEYS");
        assertThat(table.isThere(drive)).as("unmounted").isFalse();
        linux.mount("8:17", "/media/anna/KEYS", "vfat");
        assertThat(table.isThere(drive)).as("the same plugging").isTrue();
        linux.plugging(STICK, "sdb", 8);
        assertThat(table.isThere(drive))
                .as("another drive under the same number")
                .isFalse();
        linux.plugging(STICK, "sdb", 7).yank("8:17");
        assertThat(table.isThere(drive))
                .as("pulled, and still in the table of mounts")
                .isFalse();
    }

    @Test
    void withoutAMountTable_thereAreNoDrives() {
        assertThat(new LinuxDrives(root.resolve("nowhere")).read(Set.of())).isEmpty();
    }
}
