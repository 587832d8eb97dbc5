// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Keys come in from files of other programs and go out into files that other programs open. */
@NullMarked
package org.obnova.host.transfer;

import org.jspecify.annotations.NullMarked;
