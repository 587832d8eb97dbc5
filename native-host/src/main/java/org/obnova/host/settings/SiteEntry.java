// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A site that may use the host once the person consents.
 *
 * @param nameRu the name in Russian
 * @param nameEn the name in English
 * @param renewalUrl where the site's renewals begin: https, or http on this computer
 */
public record SiteEntry(
        Origin origin,
        String nameRu,
        String nameEn,
        @Nullable String renewalUrl) {
    /** Refuses a URL that no site should be sent to. */
    public SiteEntry {
        if (renewalUrl != null && !isFit(renewalUrl)) {
            throw new IllegalArgumentException("renewalUrl: not an https URL, nor one of this computer");
        }
    }

    private static boolean isFit(String url) {
        try {
            URI uri = new URI(url);
            return uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && Origin.parse(uri.getScheme() + "://" + uri.getRawAuthority())
                            .isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
