// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * CMS signatures (RFC 5652) as CAdES-BES (ETSI EN 319 122-1; RFC 5126) over documents that the person has seen whole.
 * Imports: fault, secret, task, keys, storage, certificate.
 */
@NullMarked
package org.obnova.host.signature;

import org.jspecify.annotations.NullMarked;
