// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong with this computer, and how to mend it: one check per class, which gives a {@link org.obnova.host.diagnostics.Finding} with a hint and, where it can be, a
 * {@link org.obnova.host.diagnostics.Repair} that touches nothing else. Checks read the machine through what they are given, so that tests can break it piece by piece; none of them uses
 * the network. Here is what all share; the checks lie beneath, by what they look at.
 *
 * <p>Imports: fault, json, keys, certificate, log, messaging (frames), personalstore, platform, renewal, settings, site, storage, task, workstation. Sources: the browsers' documentation of native
 * messaging and policies, decision 0025.
 */
@NullMarked
package org.obnova.host.diagnostics;

import org.jspecify.annotations.NullMarked;
