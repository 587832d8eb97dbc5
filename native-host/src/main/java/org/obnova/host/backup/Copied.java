// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.backup;

/**
 * A verified copy.
 *
 * @param storageLabel where it lies, in the task's language
 */
public record Copied(String storageLabel) {}
