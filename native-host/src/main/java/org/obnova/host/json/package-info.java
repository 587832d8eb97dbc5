// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * JSON read strictly (RFC 8259 with the limits of RFC 7493, I-JSON) into a small tree. Streaming only: data binding would cost more than the
 * rest of the start. Imports: nothing of ours.
 */
@NullMarked
package org.obnova.host.json;

import org.jspecify.annotations.NullMarked;
