// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Keys that come in from files of other programs, and keys that go out into such files. The formats are the business of the packages beneath
 * {@code storage.folder}; here the person is asked what, where to and in which form.
 * Imports: fault, secret, task, keys, certificate, platform, storage.
 */
@NullMarked
package org.obnova.host.transfer;

import org.jspecify.annotations.NullMarked;
