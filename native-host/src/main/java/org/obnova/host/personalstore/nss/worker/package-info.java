// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The process in which NSS is called, once for each request: the only user of the foreign function interface. Imports: secret, and the messages of
 * {@code personalstore.nss}. Standard: NSS 3 public functions (nss.h, pk11pub.h, cert.h, keyhi.h, secerr.h), Java's Foreign Function and Memory API (JEP 454).
 */
@NullMarked
package org.obnova.host.personalstore.nss.worker;

import org.jspecify.annotations.NullMarked;
