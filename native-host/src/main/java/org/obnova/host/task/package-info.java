// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One piece of work under way: who asked for it, in which language, how far it is, whether it was cancelled. Passed as a parameter to
 * everything that waits or reports. Imports: fault.
 */
@NullMarked
package org.obnova.host.task;

import org.jspecify.annotations.NullMarked;
