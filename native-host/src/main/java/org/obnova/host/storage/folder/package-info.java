// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Containers as files in a folder: the medium «this computer», and any folder that the person names. The bytes of a container are the
 * business of the packages beneath, one per format; here are names, safe replacement, and the list of folders.
 * Imports: fault, secret, task, json, keys, certificate, platform, storage.
 */
@NullMarked
package org.obnova.host.storage.folder;

import org.jspecify.annotations.NullMarked;
