// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a computer needs so that the services and Obnova work in its browsers: check, install, uninstall for each target, the same for the command line, the pages and the file
 * of setup. Each is idempotent, checked again afterwards, and undone exactly: what Obnova changed is kept in {@link org.obnova.host.workstation.Ledger}, and what an administrator or the person
 * had set is merged with and restored.
 *
 * <p>Allowed imports: certificate, fault, json, personalstore, platform, settings, task. Sources: the browsers' documentation of policies and native messaging
 * (locations as data in {@code browsers.json}), decision 0023.
 */
@NullMarked
package org.obnova.host.workstation;

import org.jspecify.annotations.NullMarked;
