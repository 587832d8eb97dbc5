// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import org.jspecify.annotations.Nullable;

/**
 * What the inspection found in a file that it has no objection to.
 *
 * @param pages how many pages it has
 * @param dpi dots an inch as the file says, or null where it does not
 * @param previews pictures of pages that were made
 */
record Findings(int pages, @Nullable Integer dpi, int previews) {}
