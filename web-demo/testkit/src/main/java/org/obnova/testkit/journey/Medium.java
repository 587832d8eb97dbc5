// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.TokenReader;

/** Where the new key is kept. */
public enum Medium {
    /** In a container on the computer. */
    COMPUTER(""),
    /** On a token that makes keys itself. */
    TOKEN("rutoken-ecp"),
    /** In a container on a token that only stores. */
    PASSIVE_TOKEN("rutoken-lite");

    private final String product;

    Medium(String product) {
        this.product = product;
    }

    /** By its word on the command line: {@code computer}, {@code token} or {@code passive-token}. */
    public static Medium of(String word) {
        return Arrays.stream(values())
                .filter(medium -> medium.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such storage: " + word));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a token. */
    public boolean isToken() {
        return this != COMPUTER;
    }

    /** A reader with such a token beside it. */
    public TokenReader reader(Path cabinet) throws IOException {
        return TokenReader.setUp(cabinet, Checkout.find(), product);
    }
}
