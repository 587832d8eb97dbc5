// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Removable drives: flash drives, memory cards, diskettes, external disks. Which there are is asked of the system each time, without a driver or a daemon of its own; the
 * containers on them are those of {@code storage.folder}.
 * Imports: fault, task, settings, storage and storage.folder.
 * Standards: Linux proc_pid_mountinfo(5), Documentation/ABI/stable/sysfs-block, the links that systemd-udevd keeps in {@code /dev/disk} (persistent naming).
 */
@NullMarked
package org.obnova.host.storage.removable;

import org.jspecify.annotations.NullMarked;
