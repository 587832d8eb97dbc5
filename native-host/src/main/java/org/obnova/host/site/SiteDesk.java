// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.List;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.PersonalSites;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.task.Task;

/** Adds sites to the person's list, when the person agrees, and removes them. */
public final class SiteDesk {
    private final Sites sites;
    private final PersonalSites own;
    private final SitePrompt prompt;

    /** @param sites all layers together */
    public SiteDesk(Sites sites, PersonalSites own, SitePrompt prompt) {
        this.sites = sites;
        this.own = own;
        this.prompt = prompt;
    }

    /** Whether the administrator keeps the list. */
    public boolean locked() {
        return own.locked();
    }

    /** Those that the person added. */
    public List<SiteEntry> added() {
        return own.all();
    }

    /**
     * Adds a site when the person agrees; one that is listed already is left as it is, and nobody is asked.
     *
     * @param text an exact https origin; its host may be international
     * @throws Fault {@code INVALID_PARAMS}, {@code SITE_NOT_SECURE}, {@code SITES_LOCKED}, {@code SETTINGS_INVALID}, those of the prompt and of storing a file
     */
    public SiteEntry add(Task task, String text) {
        Origin origin = origin(text);
        if (origin.isPlainLoopback()) {
            throw new Fault(ErrorCode.SITE_NOT_SECURE, "http cannot be added");
        }
        for (SiteEntry site : sites.all()) {
            if (site.origin().equals(origin)) {
                return site;
            }
        }
        requireUnlocked();
        SitePrompt.Newcomer newcomer = Lookalikes.look(origin, sites.all());
        prompt.confirm(task, newcomer);
        // The name is the host as the browser's address bar would write it: nothing that a page says.
        SiteEntry site = new SiteEntry(origin, newcomer.address(), newcomer.address(), null);
        try (Task.Uncancellable _ = task.writing()) {
            requireUnlocked(); // The window may have been open for long.
            own.add(site);
        }
        return site;
    }

    /**
     * Removes a site that the person added.
     *
     * @return whether it was there
     * @throws Fault {@code INVALID_PARAMS}, {@code SITES_LOCKED}, {@code SITE_NOT_OWN}, {@code SETTINGS_INVALID}, those of storing a file
     */
    public boolean remove(String text) {
        Origin origin = origin(text);
        requireUnlocked();
        if (own.remove(origin)) {
            return true;
        }
        if (sites.all().stream().anyMatch(site -> site.origin().equals(origin))) {
            throw new Fault(ErrorCode.SITE_NOT_OWN, "another layer lists it");
        }
        return false;
    }

    private void requireUnlocked() {
        if (own.locked()) {
            throw new Fault(ErrorCode.SITES_LOCKED, "the administrator locks sites");
        }
    }

    private static Origin origin(String text) {
        return Origin.parseInternational(text)
                .orElseThrow(() -> Sites.isOtherwiseAnOrigin(text)
                        ? new Fault(ErrorCode.SITE_NOT_SECURE, "http cannot be added")
                        : new Fault(ErrorCode.INVALID_PARAMS, "params.origin: not an origin"));
    }
}
