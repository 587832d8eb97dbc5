// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbered screenshots of pages and windows in one folder. */
public final class Album {
    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();

    /** An album in a folder, which is made. */
    public Album(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the next picture, e.g. {@code 07-window-entropy.png}. */
    public Path next(String name) {
        return folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", number.incrementAndGet(), name));
    }
}
