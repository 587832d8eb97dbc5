// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.media;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/**
 * The medium that a person chose, in the words of the host's protocol (storages.list).
 *
 * @param kind {@code computer}, {@code removable}, {@code folder}, {@code token}
 * @param product a token's vendor profile, else null
 * @param manner of a token: {@code active} or {@code passive}, else null
 * @param label what the person calls it: 1 to 200 characters
 */
public record Medium(
        String kind, @Nullable String product, @Nullable String manner, String label) {
    private static final int LONGEST_LABEL = 200;
    private static final String TOKEN = "token";
    private static final String ACTIVE = "active";
    private static final Set<String> KINDS = Set.of("computer", "removable", "folder", TOKEN);
    private static final Set<String> MANNERS = Set.of(ACTIVE, "passive");
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,64}");

    public Medium {
        if (!KINDS.contains(kind)) {
            throw Problem.field("kind", "not a kind of medium");
        }
        if (!kind.equals(TOKEN) && (product != null || manner != null)) {
            throw Problem.field("product", "only a token has one");
        }
        if (product != null && !PRODUCT.matcher(product).matches()) {
            throw Problem.field("product", "not the name of a product");
        }
        if (manner != null && !MANNERS.contains(manner)) {
            throw Problem.field("manner", "not a manner");
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw Problem.field("label", "not a label");
        }
    }

    /** Whether a key that was made here can be copied: not one that a token made itself. */
    public boolean keyMayLeave() {
        return !ACTIVE.equals(manner);
    }

    /** Whether it asks for a PIN. */
    public boolean isToken() {
        return kind.equals(TOKEN);
    }
}
