// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of what is checked of containers and journal. */
@NullMarked
package org.obnova.host.diagnostics.store;

import org.jspecify.annotations.NullMarked;
