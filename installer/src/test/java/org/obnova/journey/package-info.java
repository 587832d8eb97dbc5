// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Whole journeys, as a person walks them: the packaged host with its own windows, the extension in a real browser, the demo CA. They need what
 * {@code installer/test.sh} installs, and leave their screenshots and artefacts in {@code target/journeys}. Imports: {@code org.obnova.testkit},
 * Selenium, axe-core.
 */
@NullMarked
package org.obnova.journey;

import org.jspecify.annotations.NullMarked;
