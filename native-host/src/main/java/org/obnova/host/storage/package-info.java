// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a key storage is: where containers are listed, made, opened and completed. Adapters live in the packages beneath; the person is asked
 * through the ports {@link org.obnova.host.storage.StoragePrompt} and {@link org.obnova.host.storage.PasswordPrompt}.
 * Imports: fault, log, secret, task, cipher, keys, certificate, platform.
 */
@NullMarked
package org.obnova.host.storage;

import org.jspecify.annotations.NullMarked;
