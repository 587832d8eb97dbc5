// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The registry of Windows as the workstation's setup needs it: read a key, change values. A value is written as files of the registry write it ({@code dword:00000002}), so that what a person previews
 * as a file and what is imported are one text.
 *
 * <p>Allowed imports: fault. Sources: Microsoft, "How to add, modify, or delete registry subkeys and values by using a .reg file" (KB 310516) and "reg commands"; decision 0036.
 */
@NullMarked
package org.obnova.host.workstation.registry;

import org.jspecify.annotations.NullMarked;
