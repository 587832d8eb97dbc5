// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong, as stable codes. Every failure that a person or a page may see is a {@link org.obnova.host.fault.Fault};
 * it becomes a reply or a line of text at exactly one edge (the command dispatcher, the command line). Imports: json (the texts).
 */
@NullMarked
package org.obnova.host.fault;

import org.jspecify.annotations.NullMarked;
