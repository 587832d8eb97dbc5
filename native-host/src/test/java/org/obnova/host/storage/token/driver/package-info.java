// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of driver processes: real processes, with the test token or with what only pretends to be a driver. */
@NullMarked
package org.obnova.host.storage.token.driver;

import org.jspecify.annotations.NullMarked;
