// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Asks whether a site may do something (S1), and whether it shall be listed (S3). Imports: settings, site, task, ui.frame, Swing.
 */
@NullMarked
package org.obnova.host.ui.consent;

import org.jspecify.annotations.NullMarked;
