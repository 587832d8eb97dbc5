// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Verified copies of containers on other media (S24), the archive of old certificates on this computer (S25), and the list of what was copied where and when.
 * Imports: fault, secret, task, json, keys, certificate, platform, storage, renewal.
 */
@NullMarked
package org.obnova.host.backup;

import org.jspecify.annotations.NullMarked;
