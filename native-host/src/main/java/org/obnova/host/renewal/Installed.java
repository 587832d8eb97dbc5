// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.Instant;
import org.obnova.host.storage.KeyStorage;

/**
 * A certificate beside its key.
 *
 * @param sha256 of the certificate's DER, 64 lower-case hex digits
 */
public record Installed(String sha256, KeyStorage storage, Instant notAfter) {}
