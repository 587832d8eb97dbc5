// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFoldersTest {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void packages_ofAllFolders_areOffered_theNewestOfEachKind() throws IOException {
        write(
                first,
                "obnova_0.1.0_amd64.deb",
                "obnova_0.2.0_amd64.deb",
                "obnova-0.1.0-1.x86_64.rpm",
                "obnova-0.1.0-linux-amd64.tar.gz");
        write(second, "obnova-extension-0.1.0.xpi");
        assertThat(folders().all())
                .extracting(PackageFile::kind, PackageFile::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PackageKind.DEB, "obnova_0.2.0_amd64.deb"),
                        org.assertj.core.groups.Tuple.tuple(PackageKind.RPM, "obnova-0.1.0-1.x86_64.rpm"),
                        org.assertj.core.groups.Tuple.tuple(PackageKind.TAR_GZ, "obnova-0.1.0-linux-amd64.tar.gz"),
                        org.assertj.core.groups.Tuple.tuple(PackageKind.XPI, "obnova-extension-0.1.0.xpi"));
    }

    @Test
    void whatIsNoPackageOfOurs_isNotOffered_norFoundByName() throws IOException {
        write(first, "other.deb", "obnova.txt", "obnova .deb", "obnova\".deb");
        Path secret = Files.writeString(second.resolve("secret.deb"), "secret");
        Files.createSymbolicLink(first.resolve("obnova-link.deb"), secret);
        Files.createDirectory(first.resolve("obnova-folder.deb"));
        assertThat(folders().all()).isEmpty();
        for (String name : List.of("other.deb", "obnova-link.deb", "../" + second.getFileName() + "/secret.deb", "")) {
            assertThat(folders().file(name)).as(name).isEmpty();
        }
    }

    @Test
    void foldersThatAreNotThere_areNoFailure() {
        assertThat(new PackageFolders(List.of(first.resolve("nothing"))).all()).isEmpty();
        assertThat(new PackageFolders(List.of()).all()).isEmpty();
    }

    @Test
    void commands_areThoseOfTheSystem() {
        assertThat(new PackageFile(PackageKind.DEB, "obnova_0.1.0_amd64.deb", 15_400_000))
                .returns("sudo apt install ./obnova_0.1.0_amd64.deb", PackageFile::command)
                .returns(15L, PackageFile::megabytes);
        assertThat(new PackageFile(PackageKind.RPM, "o.rpm", 1).command()).isEqualTo("sudo dnf install ./o.rpm");
        assertThat(new PackageFile(PackageKind.TAR_GZ, "obnova-0.1.0-linux-amd64.tar.gz", 1).command())
                .isEqualTo("tar xf obnova-0.1.0-linux-amd64.tar.gz && ./obnova-0.1.0-linux-amd64/install.sh");
        assertThat(new PackageFile(PackageKind.MSI, "o.msi", 1))
                .returns("", PackageFile::command)
                .returns(1L, PackageFile::megabytes);
    }

    @Test
    void whatTellsOfUpdates_isFoundByItsNameAlone() throws IOException {
        write(first, "update.xml", "updates.txt");
        Files.createSymbolicLink(first.resolve("updates.json"), first.resolve("updates.txt"));
        assertThat(folders().updates("update.xml")).contains(first.resolve("update.xml"));
        for (String name : List.of("updates.json", "updates.txt", "../update.xml", "")) {
            assertThat(folders().updates(name)).as(name).isEmpty();
        }
        assertThat(folders().all()).isEmpty();
    }

    @Test
    void settings_areNeitherApplicationNorExtension() {
        assertThat(List.of(PackageKind.SH, PackageKind.REG))
                .noneMatch(PackageKind::isApplication)
                .noneMatch(PackageKind::isExtension);
        assertThat(new PackageFile(PackageKind.SH, "obnova-extern.sh", 1).command())
                .isEqualTo("sh obnova-extern.sh");
    }

    private PackageFolders folders() {
        return new PackageFolders(List.of(first, second));
    }

    private static void write(Path folder, String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }
    }
}
