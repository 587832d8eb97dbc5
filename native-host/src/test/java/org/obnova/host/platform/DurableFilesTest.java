// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.FaultyActions.Killed;
import org.obnova.host.platform.FaultyActions.Mishap;

class DurableFilesTest {
    private static final byte[] OLD = "the old content".getBytes(UTF_8);
    private static final byte[] NEW = "the new content, which is longer".getBytes(UTF_8);
    private static final DurableFiles DISK = new DurableFiles(FileActions.disk());

    @TempDir
    private Path folder;

    @Test
    void replace_readsBack_andIsForThePersonAlone() throws IOException {
        Path file = folder.resolve("deep/er/key.p12");
        DISK.replace(file, OLD, written -> {});
        DISK.replace(file, NEW, written -> {});
        assertThat(DISK.read(file)).contains(NEW);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("deep/er")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(names(file)).containsExactly("key.p12");
    }

    @Test
    void replace_syncsTheFileBeforeTheRename_andTheFolderAfterIt() {
        FaultyActions actions = new FaultyActions(Mishap.KILL, 0, true);
        new DurableFiles(actions).replace(folder.resolve("a.json"), NEW, written -> {});
        // "write" is the write with its fsync.
        assertThat(actions.log()
                        .subList(
                                actions.log().indexOf("write .a.json.new"),
                                actions.log().size()))
                .containsExactly("write .a.json.new", "rename a.json", "sync " + folder.getFileName());
    }

    @Test
    void create_isRefused_whenTheFileExists() {
        Path file = folder.resolve("key.p12");
        DISK.create(file, OLD, written -> {});
        assertFault(ErrorCode.STORAGE_BUSY, () -> DISK.create(file, NEW, written -> {}));
        assertThat(DISK.read(file)).contains(OLD);
    }

    @Test
    void replace_keepsTheOldContent_whenTheCheckRefusesTheNew() throws IOException {
        Path file = folder.resolve("key.p12");
        DISK.create(file, OLD, written -> {});
        Fault refusal = new Fault(ErrorCode.CONTAINER_DAMAGED, "no");
        assertFault(
                ErrorCode.CONTAINER_DAMAGED,
                () -> DISK.replace(file, NEW, written -> {
                    throw refusal;
                }));
        assertThat(DISK.read(file)).contains(OLD);
        assertThat(names(file)).containsExactly("key.p12");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replace_leavesTheOldOrTheNewContent_whereverTheProcessDies(boolean atomicRename) throws IOException {
        int points = pointsOfAReplacement(atomicRename);
        assertThat(points).isGreaterThan(8);
        for (int at = 1; at <= points; at++) {
            Path file = folder.resolve("death-" + at).resolve("key.p12");
            DISK.replace(file, OLD, written -> {});
            DurableFiles dying = new DurableFiles(new FaultyActions(Mishap.KILL, at, atomicRename));
            assertThatThrownBy(() -> dying.replace(file, NEW, written -> {})).isInstanceOf(Killed.class);

            Optional<byte[]> found = DISK.read(file);
            assertThat(found.map(String::new))
                    .as("death at point %d", at)
                    .isPresent()
                    .get()
                    .isIn(text(OLD), text(NEW));
            DISK.replace(file, NEW, written -> {});
            assertThat(DISK.read(file)).contains(NEW);
            assertThat(names(file)).as("nothing is left over").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replace_saysFull_andLeavesTheFileWhole_whereverTheDiskFills(boolean atomicRename) throws IOException {
        for (int at = 1; at <= pointsOfAReplacement(atomicRename); at++) {
            Path file = folder.resolve("full-" + at).resolve("key.p12");
            DISK.replace(file, OLD, written -> {});
            DurableFiles full = new DurableFiles(new FaultyActions(Mishap.FULL, at, atomicRename));
            assertFault(ErrorCode.STORAGE_FULL, () -> full.replace(file, NEW, written -> {}));
            assertThat(DISK.read(file).map(String::new)).get().isIn(text(OLD), text(NEW));
        }
    }

    @Test
    void replace_saysFailed_whenTheDeviceFails() {
        DurableFiles failing = new DurableFiles(new FaultyActions(Mishap.FAILED, 5, true));
        assertFault(ErrorCode.STORAGE_FAILED, () -> failing.replace(folder.resolve("a"), NEW, written -> {}));
    }

    @Test
    void read_takesTheNewestGeneration_asOnFat() throws IOException {
        Path file = folder.resolve("key.p12");
        DurableFiles fat = new DurableFiles(new FaultyActions(Mishap.KILL, 0, false));
        fat.replace(file, OLD, written -> {});
        fat.replace(file, NEW, written -> {});
        assertThat(names(file)).containsExactly("key.~1.p12");
        assertThat(DISK.read(file)).contains(NEW);
        assertThat(Generations.base(folder.resolve("key.~1.p12"))).isEqualTo(file);
        // Copied to a file system with atomic renames, the number must not fall behind.
        DISK.replace(file, OLD, written -> {});
        assertThat(DISK.read(file)).contains(OLD);
    }

    @Test
    void remove_removesEveryGeneration_andMayBeRepeated() throws IOException {
        Path file = folder.resolve("key.p12");
        Files.write(file, OLD);
        Files.write(folder.resolve("key.~4.p12"), NEW);
        DISK.remove(file);
        DISK.remove(file);
        assertThat(DISK.read(file)).isEmpty();
    }

    @Test
    void read_isEmpty_whereTheFolderIsMissing() {
        assertThat(DISK.read(folder.resolve("none/key.p12"))).isEmpty();
    }

    private int pointsOfAReplacement(boolean atomicRename) {
        Path file = folder.resolve("count-" + atomicRename).resolve("key.p12");
        DISK.replace(file, OLD, written -> {});
        FaultyActions counting = new FaultyActions(Mishap.KILL, 0, atomicRename);
        new DurableFiles(counting).replace(file, NEW, written -> {});
        return counting.points();
    }

    private static List<String> names(Path file) throws IOException {
        try (Stream<Path> entries = Files.list(file.resolveSibling("."))) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    private static void assertFault(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }
}
