// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.nio.file.Path;
import org.obnova.host.task.Language;

/** A removable medium with files. */
public interface Volume {
    /** As {@link org.obnova.host.storage.KeyStorage#id}. */
    String id();

    /** What a person calls it, e.g. «Флешка «ИВАНОВА»». */
    String label(Language language);

    /** The folder at which its files begin. */
    Path root();

    /** Whether this same medium is there now. When it is gone, its root may be a folder of the computer, to which no key must be written. */
    boolean isThere();
}
