// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Frames, JSON-RPC 2.0, and the messages of {@code doc/protocol.md} as sealed records, each decoded and encoded in one place. The only user of the
 * process's standard streams: a stray print would break a frame. Imports: fault, task, json.
 */
@NullMarked
package org.obnova.host.messaging;

import org.jspecify.annotations.NullMarked;
