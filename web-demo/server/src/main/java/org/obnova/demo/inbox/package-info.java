// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The visible inbox of the demo: the calls, SMS and e-mails that nobody sends. For the demo only: whoever opens it sees everything.
 *
 * <p>Imports: notifications, web.
 */
@NullMarked
package org.obnova.demo.inbox;

import org.jspecify.annotations.NullMarked;
