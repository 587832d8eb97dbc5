// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the e-mail address before the issue.
 *
 * @param proven whether it may stand in the certificate
 * @param code the form for the letter's code, where one was sent
 */
public record AddressView(boolean proven, @Nullable CodeView code) {
    /** For the form; only where a code was sent. */
    public CodeView form() {
        return Objects.requireNonNull(code);
    }
}
