// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the host and a driver process say to each other: calls, their answers, events, and how they lie in frames. No type of the PKCS#11 wrapper
 * is here. Imports: secret.
 *
 * <p>Source standard: PKCS #11 Specification Version 3.1 (OASIS), whose numbers and words are used as they are; object handles, templates and
 * mechanisms are those of section 3.
 */
@NullMarked
package org.obnova.host.storage.token.wire;

import org.jspecify.annotations.NullMarked;
