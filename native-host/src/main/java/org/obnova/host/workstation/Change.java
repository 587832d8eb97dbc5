// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * One thing that would be done.
 *
 * @param place a path as the computer names it, or a store's name
 * @param detail what exactly
 */
public record Change(ChangeKind kind, String place, Words detail) {}
