// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Tells failures of a file system apart. Java gives no error number, only the text of {@code strerror}, which is in the language of
 * the locale: so the file system itself is asked first, and the text only confirms.
 */
final class StorageFaults {
    /** What a file system may need besides, for blocks and names. */
    private static final long MARGIN = 64 << 10;

    private StorageFaults() {}

    /**
     * The fault for a failure to read or write.
     *
     * @param folder where it happened
     * @param wanted how many bytes were to be written; 0 for a read
     */
    static Fault of(IOException failure, Path folder, long wanted) {
        String detail = failure.getClass().getSimpleName();
        return new Fault(kind(failure, folder, wanted), detail, failure);
    }

    private static ErrorCode kind(IOException failure, Path folder, long wanted) {
        String text = text(failure);
        if (text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space")) {
            return ErrorCode.STORAGE_FULL;
        }
        if (failure instanceof AccessDeniedException || text.contains("read-only file system")) {
            return ErrorCode.STORAGE_READ_ONLY;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return ErrorCode.STORAGE_BUSY;
        }
        if (wanted == 0) {
            return ErrorCode.STORAGE_FAILED;
        }
        return asked(folder, wanted);
    }

    private static ErrorCode asked(Path folder, long wanted) {
        try {
            Path there = existing(folder);
            if (there == null) {
                return ErrorCode.STORAGE_FAILED;
            }
            if (Files.getFileStore(there).isReadOnly() || !Files.isWritable(there)) {
                return ErrorCode.STORAGE_READ_ONLY;
            }
            return Files.getFileStore(there).getUsableSpace() < wanted + MARGIN
                    ? ErrorCode.STORAGE_FULL
                    : ErrorCode.STORAGE_FAILED;
        } catch (IOException | ReadOnlyFileSystemException e) {
            return ErrorCode.STORAGE_FAILED;
        }
    }

    private static @Nullable Path existing(Path folder) {
        @Nullable Path at = folder.toAbsolutePath();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at;
    }

    private static String text(IOException failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }
}
