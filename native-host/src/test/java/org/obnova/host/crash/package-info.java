// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Flows that write, each killed, or refused by the disk, at each writing system call that it makes: the kernel says which there are (decision 0020). A flow runs in
 * a process of its own under strace(1); this one judges what it left.
 */
@NullMarked
package org.obnova.host.crash;

import org.jspecify.annotations.NullMarked;
