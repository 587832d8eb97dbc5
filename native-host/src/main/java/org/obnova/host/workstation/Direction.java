// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/** Which way a plan goes. */
public enum Direction {
    INSTALL,
    UNINSTALL
}
