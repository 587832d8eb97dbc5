// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * What targets stand on.
 *
 * @param kept files of the target's scope
 * @param keys values of the registry of the target's scope; used on Windows only
 */
record Surroundings(SystemRoot root, KeptFiles kept, KeptKeys keys, Ledger ledger) {}
