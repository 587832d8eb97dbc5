// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the frames between host and driver process. */
@NullMarked
package org.obnova.host.storage.token.wire;

import org.jspecify.annotations.NullMarked;
