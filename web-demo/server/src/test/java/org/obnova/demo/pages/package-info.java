// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the pages over HTTP and in a browser, on services that stand in any state without cryptography. */
@NullMarked
package org.obnova.demo.pages;

import org.jspecify.annotations.NullMarked;
