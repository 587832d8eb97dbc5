// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the host writes down about itself: methods, codes, random incident numbers; never names, numbers, passwords or payloads. Imports: fault.
 */
@NullMarked
package org.obnova.host.log;

import org.jspecify.annotations.NullMarked;
