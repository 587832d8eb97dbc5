// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.KeyStorage;

/**
 * A renewal as its site, or the person, may see it.
 *
 * @param storage where the key lies; null before a medium was chosen, and when the medium is no longer known
 * @param request DER of the PKCS#10; null before it was made
 * @param certificate SHA-256 of the DER, 64 lower-case hex digits; null before it came
 * @param keyMissing whether a key was made and no medium at hand holds it
 */
// The octets go to the wire as they are; nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record Renewal(
        String id,
        String origin,
        String application,
        RenewalState state,
        KeyAlgorithm algorithm,
        @Nullable KeyStorage storage,
        Instant updated,
        byte @Nullable [] request,
        @Nullable String certificate,
        boolean keyMissing) {}
