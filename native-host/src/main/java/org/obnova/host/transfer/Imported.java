// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.transfer;

import org.obnova.host.storage.KeyContainer;

/**
 * A key that can be used from now on.
 *
 * @param container where it lies
 * @param copied whether a copy was made; else it is used from where the person's file lies
 */
public record Imported(KeyContainer container, boolean copied) {}
