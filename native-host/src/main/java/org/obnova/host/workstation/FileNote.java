// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was there before Obnova wrote a file.
 *
 * @param target whose it is
 * @param before its content; null: there was no file
 * @param mode as {@code rw-r--r--}; empty where there was no file, or the system has no modes
 * @param ours SHA-256 (hex) of every content that Obnova has written, or was about to write, the newest last
 * @param folders that were made for it, the outermost first
 */
@SuppressWarnings("ArrayRecordComponent") // Notes are never compared.
record FileNote(
        String target, Path file, byte @Nullable [] before, String mode, List<String> ours, List<Path> folders) {
    FileNote {
        ours = List.copyOf(ours);
        folders = List.copyOf(folders);
    }
}
