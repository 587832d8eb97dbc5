// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The command line, for people and scripts: exit status 0 when it went well, 1 when it failed (three lines on standard error: what happened, whether
 * anything is lost, what to do), 2 when the arguments are wrong. Loaded only when there are arguments of a person. Imports: everything but ui,
 * messaging and the host's own root.
 */
@NullMarked
package org.obnova.host.cli;

import org.jspecify.annotations.NullMarked;
