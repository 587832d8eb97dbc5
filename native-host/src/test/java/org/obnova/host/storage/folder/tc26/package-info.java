// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Transport containers: the standards' own examples, what OpenSSL writes, and what OpenSSL reads. */
@NullMarked
package org.obnova.host.storage.folder.tc26;

import org.jspecify.annotations.NullMarked;
