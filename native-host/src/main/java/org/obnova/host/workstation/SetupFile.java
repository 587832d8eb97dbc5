// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * The plan as a file, for a computer where extension or host do not work. It holds no secret, and may be run again.
 *
 * @param name without characters that a file system would refuse
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SetupFile(String name, byte[] content) {}
