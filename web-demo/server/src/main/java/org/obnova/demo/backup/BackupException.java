// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.backup;

import java.io.IOException;

/** A backup that is not made or not taken back; the message says why. */
public final class BackupException extends IOException {
    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }
}
