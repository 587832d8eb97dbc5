// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.util.function.Supplier;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.decryption.Decryption;

/**
 * What the commands about copies and old keys stand on.
 *
 * @param decryption asks nobody whether to decrypt
 */
public record ArchiveOffer(Supplier<BackupNotes> backups, Supplier<Archive> archive, Supplier<Decryption> decryption) {}
