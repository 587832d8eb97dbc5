// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import org.jspecify.annotations.Nullable;

/**
 * A site that may use the host once the person consents.
 *
 * @param origin ASCII serialisation (RFC 6454 section 6.2)
 * @param nameRu the name in Russian
 * @param nameEn the name in English
 * @param renewalUrl where the site's renewals begin
 */
public record SiteEntry(
        String origin,
        String nameRu,
        String nameEn,
        @Nullable String renewalUrl) {}
