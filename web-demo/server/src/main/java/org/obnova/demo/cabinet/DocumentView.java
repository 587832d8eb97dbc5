// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import java.util.stream.IntStream;
import org.obnova.demo.documents.Upload;

/**
 * One uploaded document («Посмотреть»).
 *
 * @param removable whether it may still be deleted
 */
public record DocumentView(Upload upload, boolean removable) {
    /** Numbers of the pages that have pictures. */
    public List<Integer> pages() {
        return IntStream.rangeClosed(1, upload.previews()).boxed().toList();
    }

    /** Tail of text keys. */
    public String key() {
        return upload.kind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
