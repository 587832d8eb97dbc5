// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * What targets stand on.
 *
 * @param kept of the target's scope
 */
record Surroundings(SystemRoot root, KeptFiles kept, Ledger ledger) {}
