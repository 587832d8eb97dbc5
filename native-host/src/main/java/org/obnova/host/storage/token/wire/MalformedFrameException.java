// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.io.IOException;

/** A frame is not what it should be: its sender has lost its senses, or is not who it should be. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String detail) {
        super(detail);
    }
}
