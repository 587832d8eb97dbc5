// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

/** A call that answers nothing else succeeded. */
public enum Done {
    DONE
}
