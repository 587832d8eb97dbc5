// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.obnova.host.task.Language;

/** What the JDK tells of the drives of Windows, and what becomes of it. */
class WindowsDrivesTest {
    private static final Path C = Path.of("/C");
    private static final Path E = Path.of("/E");
    private static final Path F = Path.of("/F");

    private final Map<Path, FileStore> stores = new LinkedHashMap<>();
    private final WindowsDrives table = new WindowsDrives(() -> List.of(C, E, F), this::store);

    private FileStore store(Path root) throws IOException {
        FileStore store = stores.get(root);
        if (store == null) {
            throw new FileSystemException(root.toString(), null, "The device is not ready");
        }
        return store;
    }

    @Test
    void whatWindowsCallsRemovable_isADrive_whateverLiesInTheOtherLetters() {
        stores.put(C, new Store("Windows", false, 1));
        stores.put(E, new Store("ИВАНОВА", true, 0x1234abcd));
        assertThat(table.read(Set.of()))
                .extracting(each -> each.label(Language.RU), Drive::root)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Флешка «ИВАНОВА»", E));
    }

    @Test
    void theSerialNumber_identifiesIt_atAnyLetter() {
        stores.put(E, new Store("KEYS", true, 5));
        Drive before = table.read(Set.of()).getFirst();
        stores.remove(E);
        assertThat(table.isThere(before)).isFalse();
        stores.put(F, new Store("KEYS", true, 5));
        assertThat(table.read(Set.of()).getFirst().identity()).isEqualTo(before.identity());
        stores.put(E, new Store("OTHER", true, 6));
        assertThat(table.isThere(before)).as("another drive at its letter").isFalse();
    }

    @Test
    void aFixedDisk_isADrive_whenTheSettingsNameIt() {
        stores.put(F, new Store("Vault", false, 7));
        assertThat(table.read(Set.of(F)))
                .extracting(each -> each.label(Language.EN))
                .containsExactly("Removable drive “Vault”");
    }

    private static final class Store extends FileStore {
        private final String name;
        private final Map<String, Object> attributes;

        Store(String name, boolean removable, int serial) {
            this.name = name;
            this.attributes = Map.of("volume:isRemovable", removable, "volume:vsn", serial);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Object getAttribute(String attribute) {
            Object value = attributes.get(attribute);
            if (value == null) {
                throw new UnsupportedOperationException(attribute);
            }
            return value;
        }

        @Override
        public String type() {
            return "FAT32";
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public long getTotalSpace() {
            return 16_000_000_000L;
        }

        @Override
        public long getUsableSpace() {
            return 1_000_000_000;
        }

        @Override
        public long getUnallocatedSpace() {
            return 1_000_000_000;
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
            return false;
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            return false;
        }

        @Override
        public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
            return null;
        }
    }
}
