// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Phone;

/** A login by phone that waits for its code. */
record PhoneLogin(Phone phone, CodeSent sent) {}
