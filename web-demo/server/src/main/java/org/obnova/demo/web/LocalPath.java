// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths of this site that a query names: anything else would let a foreign link lead through us to anywhere. */
public final class LocalPath {
    private static final Pattern LOCAL = Pattern.compile("/([A-Za-z0-9_.?=&%-][A-Za-z0-9_./?=&%-]*)?");

    private LocalPath() {}

    /** The path if it is one of this site, else the start page. */
    public static String of(@Nullable String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : "/";
    }
}
