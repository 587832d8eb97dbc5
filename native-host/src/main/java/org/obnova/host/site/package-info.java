// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The sites that may use the host, and what the person allowed each of them. Imports: fault, json, task, platform,
 * settings.
 */
@NullMarked
package org.obnova.host.site;

import org.jspecify.annotations.NullMarked;
