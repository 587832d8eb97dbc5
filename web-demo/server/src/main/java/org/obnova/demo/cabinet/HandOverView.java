// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.HandOver;

/**
 * What an application's page says of its holder to somebody who acts for the holder.
 *
 * @param holder the holder's name
 * @param phone the holder's, masked
 * @param taken whether the holder sits at this computer now
 * @param sent the latest message to the holder, or null
 */
public record HandOverView(
        String holder,
        String phone,
        boolean taken,
        @Nullable HandOver sent) {}
