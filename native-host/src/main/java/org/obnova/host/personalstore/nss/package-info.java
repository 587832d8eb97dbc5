// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Stores of certificates and keys as Mozilla's NSS keeps them: Chromium and its kin have one for each person, Firefox and Thunderbird one for each profile. Where
 * they lie is data ({@code places.json}). NSS itself is called in a process of its own ({@code nss.worker}): what crashes there takes no host along. Root
 * certificates would go into the same databases by one more request of {@link org.obnova.host.personalstore.nss.NssRequest}. Imports: fault, secret, task, json,
 * keys, certificate, and of storage the start of a child process. Standard: the SQL databases {@code cert9.db} and {@code key4.db} of NSS 3.12 and later.
 */
@NullMarked
package org.obnova.host.personalstore.nss;

import org.jspecify.annotations.NullMarked;
