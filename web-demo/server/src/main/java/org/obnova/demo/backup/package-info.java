// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Backup and restore of the authority: database, keys as they are encrypted, documents, handout. A backup is a folder with a manifest of SHA-256, written while
 * the server works; a restore goes to an empty place alone, and only where the copy is what the manifest says and its audit log is whole.
 *
 * <p>Imports: store; Jackson. Source: order of the FSB 795 and 63-FZ article 13 part 4 (what an authority has to keep); SQLite's online backup.
 */
@NullMarked
package org.obnova.demo.backup;

import org.jspecify.annotations.NullMarked;
