// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

import java.time.Instant;

/**
 * What was copied where and when.
 *
 * @param certificate SHA-256 of the DER, 64 lower-case hex digits
 * @param storageId the medium of the copy
 * @param storageLabel what the medium was called then; empty where an older version wrote the entry
 */
public record Backup(String certificate, String storageId, String storageLabel, Instant made) {}
