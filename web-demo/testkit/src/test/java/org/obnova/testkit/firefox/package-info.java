// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** The bridge: against a real Firefox (classes named IT), and against a Marionette of the tests for what a real one does not do. */
@NullMarked
package org.obnova.testkit.firefox;

import org.jspecify.annotations.NullMarked;
