// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What QA engineers drive a renewal with, on a machine without hardware: a demo CA, a browser in a throwaway profile with the extension and the
 * packaged host, a display of its own, and a {@link org.obnova.testkit.Person} who acts on the host's real windows through X events.
 *
 * <p>Start with {@link org.obnova.testkit.Workplace}, which owns all of it and leaves nothing behind but its folder. The page objects of the
 * demo's journey are in {@code journey}. Nothing here is part of a package that people install. Imports: Selenium, Jackson, Awaitility.
 */
@NullMarked
package org.obnova.testkit;

import org.jspecify.annotations.NullMarked;
