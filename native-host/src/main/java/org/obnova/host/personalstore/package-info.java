// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates and keys in the stores of the person's other programs (S23): browsers keep their own, and know nothing of ours. What stores there are is a port
 * ({@link org.obnova.host.personalstore.PersonalStore}), with an adapter for NSS (Chromium, Firefox, Thunderbird) and one for Windows.
 * Imports: fault, secret, task, json, keys, certificate, platform, storage.
 */
@NullMarked
package org.obnova.host.personalstore;

import org.jspecify.annotations.NullMarked;
