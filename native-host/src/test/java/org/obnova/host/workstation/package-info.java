// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Setting up throwaway computers. */
@NullMarked
package org.obnova.host.workstation;

import org.jspecify.annotations.NullMarked;
