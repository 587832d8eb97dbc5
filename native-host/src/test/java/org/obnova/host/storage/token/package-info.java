// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tokens in tests: the test module's controller, the module checked by programs of others, independent peers, the sweep of faults. */
@NullMarked
package org.obnova.host.storage.token;

import org.jspecify.annotations.NullMarked;
