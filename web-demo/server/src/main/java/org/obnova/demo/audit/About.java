// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.util.regex.Pattern;

/**
 * What an action was about.
 *
 * @param kind a word in lower case: {@code application}, {@code certificate}, …
 * @param id the object's stable id, 1 to 100 of {@code A-Z a-z 0-9 . _ -}
 * @param digest SHA-256 of what was decided, issued or received, 64 lowercase hex digits; empty where there is nothing to digest
 */
public record About(String kind, String id, String digest) {
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern DIGEST = Pattern.compile("(?:[0-9a-f]{64})?");

    /** Refuses what would not be an id. */
    public About {
        if (!KIND.matcher(kind).matches()
                || !ID.matcher(id).matches()
                || !DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("not an object of the audit log");
        }
    }

    /** That object, with nothing to digest. */
    public static About object(String kind, String id) {
        return new About(kind, id, "");
    }

    /** That object, and the bytes that it was about. */
    public static About object(String kind, String id, byte[] content) {
        return new About(kind, id, Sha256.hex(content));
    }

    /** {@code kind:id}, as it is hashed and exported. */
    public String object() {
        return kind + ":" + id;
    }

    static About read(String object, String digest) {
        int colon = object.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not an object of the audit log");
        }
        return new About(object.substring(0, colon), object.substring(colon + 1), digest);
    }
}
