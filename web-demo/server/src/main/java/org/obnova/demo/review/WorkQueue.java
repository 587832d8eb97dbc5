// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import org.jspecify.annotations.Nullable;

/** The applications that the CA's people look for, page by page. */
@FunctionalInterface
public interface WorkQueue {
    /**
     * A page.
     *
     * @param employer INN of the organisation whose holders alone are shown; null for all
     * @param after {@link QueuePage#next} of the page before; empty, or not a key, for the first page
     */
    QueuePage page(QueueFilter filter, @Nullable String employer, String after);
}
