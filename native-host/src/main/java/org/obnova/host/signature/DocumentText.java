// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.nio.charset.StandardCharsets;

/**
 * A text that a person can see whole.
 *
 * @param text the exact text
 */
public record DocumentText(String text) {
    /** What is signed. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
