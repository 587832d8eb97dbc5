// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates and keys in the stores of the person's other programs (S23): browsers keep their own, and know nothing of ours.
 * Imports: fault, secret, task, keys, certificate, storage, platform.
 */
@NullMarked
package org.obnova.host.personalstore;

import org.jspecify.annotations.NullMarked;
