// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Gathers and measures a person's entropy (NIST SP 800-90B) and seeds generators (SP 800-90A) from it and the operating system. No Swing.
 * Imports: fault, secret, task.
 */
@NullMarked
package org.obnova.host.entropy;

import org.jspecify.annotations.NullMarked;
