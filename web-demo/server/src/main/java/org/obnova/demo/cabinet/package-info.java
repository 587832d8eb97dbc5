// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The personal cabinet of the demo CA: login by phone or certificate (S2), the list of applications, and the renewal step by step (S10, S16,
 * S17, S21 to S24, S28). The page owns nothing: the application's state decides which step is shown, so that it may be closed at any moment.
 *
 * <p>Imports: accounts, ca, enrolment, holders, identity, media, notifications, problem, regime, registers, web.
 */
@NullMarked
package org.obnova.demo.cabinet;

import org.jspecify.annotations.NullMarked;
