// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;

/**
 * Who is logged in.
 *
 * @param person the name that the frame shows
 * @param holders ids of those for whom this person may act
 */
record SignedIn(String person, List<String> holders) {
    SignedIn {
        holders = List.copyOf(holders);
    }
}
