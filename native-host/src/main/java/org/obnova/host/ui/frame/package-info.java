// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What all windows share: the band with the mark and the requester, the sentence on what happens next, the buttons, the rule that the acting
 * button is deaf at first, the keyboard scheme, the words in both languages, and that one window at a time is open for a user. Imports: fault, task,
 * platform, Swing, FlatLaf.
 */
@NullMarked
package org.obnova.host.ui.frame;

import org.jspecify.annotations.NullMarked;
