// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

/** As in the passport. */
public enum Sex {
    FEMALE,
    MALE
}
