// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken.
 *
 * @param id random, {@code [0-9a-f]}
 * @param name as the person called it, for the page only
 * @param size in bytes
 * @param pages 1 for a picture
 * @param dpi dots an inch as the file says, or null where it does not
 * @param sha256 of the file, hex
 * @param previews pictures of pages that there are, at most {@code pages}
 */
public record Upload(
        String id,
        String application,
        UploadKind kind,
        String name,
        FileFormat format,
        long size,
        int pages,
        @Nullable Integer dpi,
        String sha256,
        int previews,
        Instant added) {

    /** Size as people say it, in kilobytes. */
    public long kilobytes() {
        return Math.max(1, size / 1024);
    }
}
