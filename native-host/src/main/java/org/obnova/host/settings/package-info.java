// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The host's settings, in layers: the bundled ones, the person's, the administrator's. Imports: fault, json, platform.
 */
@NullMarked
package org.obnova.host.settings;

import org.jspecify.annotations.NullMarked;
