// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Files of other programs: OpenSSL, keytool, NSS, and as Windows writes them. */
@NullMarked
package org.obnova.host.storage.folder.pkcs12;

import org.jspecify.annotations.NullMarked;
