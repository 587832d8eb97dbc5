// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The operating system: where files belong, how a file that matters is written so that neither a crash nor a full disk loses it, and
 * locks between processes. Standards: XDG Base Directory Specification 0.8, POSIX.1-2017 {@code fsync} and {@code rename}.
 * Imports: fault, task.
 */
@NullMarked
package org.obnova.host.platform;

import org.jspecify.annotations.NullMarked;
