// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.KeyStorage;

/**
 * How far making the request came.
 *
 * @param renewal the journal's id
 * @param request DER of the PKCS#10; null only where another program completed the container before a request was kept
 * @param storage where the key lies
 */
// The octets go to the wire as they are; nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record Made(String renewal, RenewalState state, byte @Nullable [] request, KeyStorage storage) {}
