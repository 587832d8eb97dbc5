// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Gathers and measures a person's entropy and seeds generators from it and the operating system. No Swing.
 *
 * <p>Events become raw samples ({@code RawSamples}); raw samples pass health tests (SP 800-90B section 4.4) and estimators of min-entropy (section
 * 6.3), of which half of the lowest is credited, at most 2 bits per sample; all events go through SHA-512; at 256 credited bits the result, behind 64
 * octets of the operating system, becomes the entropy input of an HMAC_DRBG (SP 800-90A Rev. 1 section 10.1.2). So the generator is never weaker than
 * the operating system's, and never weaker than the person's rhythm.
 *
 * <p>Sources: NIST SP 800-90A Rev. 1 (2015), SP 800-90B (2018). Imports: fault, task, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.entropy;

import org.jspecify.annotations.NullMarked;
