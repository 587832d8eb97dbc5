// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.decryption.Decryption;

/**
 * What the commands about copies and old keys stand on.
 *
 * @param decryption asks nobody whether to decrypt
 * @param plain writes what was decrypted
 */
public record ArchiveOffer(
        Supplier<BackupNotes> backups, Supplier<Archive> archive, Supplier<Decryption> decryption, PlainFiles plain) {
    /** Writes files that must not exist, for this person alone. */
    @FunctionalInterface
    public interface PlainFiles {
        /**
         * Writes one; nothing is left of it where that fails.
         *
         * @throws org.obnova.host.fault.Fault {@code STORAGE_FULL}, {@code STORAGE_READ_ONLY}, {@code STORAGE_FAILED}; {@code STORAGE_BUSY} when it exists
         */
        void create(Path file, byte[] content);
    }
}
