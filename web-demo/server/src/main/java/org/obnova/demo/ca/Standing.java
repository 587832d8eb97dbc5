// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an issued certificate.
 *
 * @param revoked since when it is revoked, or null
 * @param reason CRLReason of RFC 5280 section 5.3.1; of no meaning while it is not revoked
 */
public record Standing(@Nullable Instant revoked, int reason) {}
