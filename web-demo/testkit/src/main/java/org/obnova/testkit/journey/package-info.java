// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The demo's journey as page objects and steps: from the portal's login page to the installed certificate and its backup. Imports:
 * {@code org.obnova.testkit}, Selenium, Jackson.
 */
@NullMarked
package org.obnova.testkit.journey;

import org.jspecify.annotations.NullMarked;
