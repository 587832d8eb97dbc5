// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Asks whether a site may do something (S1), whether it shall be listed (S3), and whether the computer shall be restarted for it (S4). Imports: settings, site, task, workstation, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.consent;

import org.jspecify.annotations.NullMarked;
