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
    COMPUTER("computer", ""),
    /** In a container on a flash drive. */
    REMOVABLE("removable", ""),
    /** On a token that makes keys itself. */
    TOKEN("token", "rutoken-ecp"),
    /** In a container on a token that only stores. */
    PASSIVE_TOKEN("token", "rutoken-lite");

    private final String kind;
    private final String product;

    Medium(String kind, String product) {
        this.kind = kind;
        this.product = product;
    }

    /** By its word on the command line: {@code computer}, {@code removable}, {@code token} or {@code passive-token}. */
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
        return kind.equals("token");
    }

    /** What kind of medium it is in the words of the page, e.g. {@code token}. */
    public String kind() {
        return kind;
    }

    /** A reader with such a token beside it. */
    public TokenReader reader(Path cabinet) throws IOException {
        return TokenReader.setUp(cabinet, Checkout.find(), product);
    }
}
