// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

/**
 * A file that was written, opened and has signed.
 *
 * @param fileName without its folder
 */
public record Exported(String fileName, ExportFormat format) {}
