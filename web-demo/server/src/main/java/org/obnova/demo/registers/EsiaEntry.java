// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the registration of a certificate stands.
 *
 * @param sha256 the certificate
 * @param attempts how often it was told to ESIA
 * @param due when it is told next; of no meaning once registered
 * @param registered when ESIA said that it knows, or null
 */
public record EsiaEntry(
        String sha256, int attempts, Instant due, @Nullable Instant registered) {}
