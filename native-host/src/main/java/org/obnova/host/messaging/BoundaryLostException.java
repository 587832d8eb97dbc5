// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;

/** Where one frame ends and the next begins is no longer known. */
public final class BoundaryLostException extends IOException {
    private static final long serialVersionUID = 1L;

    BoundaryLostException(String message) {
        super(message);
    }
}
