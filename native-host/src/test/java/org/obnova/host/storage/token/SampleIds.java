// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.MediumIds;

/** Ids of media, as an installation with this folder gives them. */
final class SampleIds {
    private SampleIds() {}

    static MediumIds in(Path folder) {
        return new MediumIds(folder.resolve("media.key"), new DurableFiles(FileActions.disk()), new SecureRandom());
    }
}
