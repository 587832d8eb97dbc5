// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Checks of what the host keeps: containers, journal, consents. */
@NullMarked
package org.obnova.host.diagnostics.store;

import org.jspecify.annotations.NullMarked;
