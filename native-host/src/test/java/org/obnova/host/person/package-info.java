// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Stands for the person and the task in tests: answers every port at once, and remembers what was asked. */
@NullMarked
package org.obnova.host.person;

import org.jspecify.annotations.NullMarked;
