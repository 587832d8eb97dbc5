// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import org.obnova.host.fault.Fault;

/**
 * A renewal whose record cannot be read.
 *
 * @param fault {@code JOURNAL_DAMAGED}, {@code JOURNAL_NEWER}, {@code STORAGE_FAILED}
 */
public record UnreadableRecord(String renewal, Fault fault) {}
