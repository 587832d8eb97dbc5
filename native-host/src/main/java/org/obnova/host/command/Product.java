// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

/** What {@code hello} tells of this program. Constants, not resources: reading one would be a tenth of the start. */
public final class Product {
    /** The product's version; a test holds it against the build's. */
    public static final String VERSION = "0.1.0";

    /** The highest version of the protocol that is spoken. */
    public static final int PROTOCOL = 1;

    /** The lowest one. */
    public static final int LOWEST_PROTOCOL = 1;

    private Product() {}
}
