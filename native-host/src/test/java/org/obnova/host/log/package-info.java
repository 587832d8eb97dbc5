// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.obnova.host.log;

import org.jspecify.annotations.NullMarked;
