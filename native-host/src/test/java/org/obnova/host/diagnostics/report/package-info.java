// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the report for support. */
@NullMarked
package org.obnova.host.diagnostics.report;

import org.jspecify.annotations.NullMarked;
