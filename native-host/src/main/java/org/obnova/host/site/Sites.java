// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.List;
import java.util.function.Supplier;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.Settings;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.task.Language;
import org.obnova.host.task.Requester;

/** The sites that may use the host. */
public final class Sites {
    private final Supplier<Settings> settings;

    /** @param settings asked anew for each request, so that a change is seen at once */
    public Sites(Supplier<Settings> settings) {
        this.settings = settings;
    }

    /** All of them. */
    public List<SiteEntry> all() {
        return settings.get().sites();
    }

    /**
     * Admits a site of the list.
     *
     * @param origin as the browser gave it
     * @throws Fault {@code INVALID_PARAMS} where it is no origin, {@code SITE_NOT_LISTED}, {@code SETTINGS_INVALID}
     */
    public Requester.Site admit(String origin, Language language) {
        Origin parsed = Origin.parse(origin)
                .orElseThrow(() -> isOtherwiseAnOrigin(origin)
                        ? new Fault(ErrorCode.SITE_NOT_LISTED, "http is for this computer only")
                        : new Fault(ErrorCode.INVALID_PARAMS, "params.site.origin: not an origin"));
        for (SiteEntry site : all()) {
            if (site.origin().equals(parsed)) {
                return new Requester.Site(parsed.ascii(), nameOf(site, language));
            }
        }
        throw new Fault(ErrorCode.SITE_NOT_LISTED, "not in the list");
    }

    /** The name of a site in that language. */
    public static String nameOf(SiteEntry site, Language language) {
        return switch (language) {
            case RU -> site.nameRu();
            case EN -> site.nameEn();
        };
    }

    /** Whether it would be an origin with TLS. */
    static boolean isOtherwiseAnOrigin(String origin) {
        String plain = "http://";
        return origin.startsWith(plain)
                && Origin.parse("https://" + origin.substring(plain.length())).isPresent();
    }
}
