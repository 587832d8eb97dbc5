// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint;

/** Whose certificate it is to be. */
public enum Purpose {
    ROOT,
    AUTHORITY,
    /** A responder of OCSP, or a time-stamping authority. */
    SERVICE,
    HOLDER
}
