// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** The report for support: what it holds, and how what belongs to the person alone is masked in it. */
@NullMarked
package org.obnova.host.diagnostics.report;

import org.jspecify.annotations.NullMarked;
