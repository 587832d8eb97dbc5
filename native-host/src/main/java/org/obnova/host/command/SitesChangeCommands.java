// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.CareResult;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Consents;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.Sites;
import org.obnova.host.task.Task;

/** {@code sites.add} and {@code sites.remove}: for the extension's own pages. A site that is removed loses what it was allowed. */
record SitesChangeCommands(SiteDesk sites, Consents consents, ConsentDesk desk) {
    WorkResult run(Task task, Request.SitesAdd request) {
        SiteEntry site = sites.add(task, request.origin());
        return new CareResult.SiteAdded(site.origin().ascii(), Sites.nameOf(site, task.language()));
    }

    WorkResult run(Request.SitesRemove request) {
        boolean removed = sites.remove(request.origin());
        if (removed) {
            String origin = Origin.parseInternational(request.origin())
                    .map(Origin::ascii)
                    .orElse(request.origin());
            consents.revoke(origin, null);
            desk.forget(origin, null);
        }
        return new CareResult.SiteRemoved(removed);
    }
}
