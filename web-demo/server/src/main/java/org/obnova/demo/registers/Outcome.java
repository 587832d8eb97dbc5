// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.registers;

/** How a register answered. */
public enum Outcome {
    /** It knows the same. */
    AGREES,
    /** It knows something else, or nobody of that kind: the document is wanted. */
    DISAGREES,
    /** It did not answer, in time or in a form that can be read: the document is wanted. */
    SILENT
}
