// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.List;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.Sites;
import org.obnova.host.task.Task;

/** {@code sites.list}: for the extension, which asks no site. */
record SitesListCommand(Sites sites, SiteDesk desk) {
    WorkResult run(Task task) {
        boolean locked = desk.locked();
        List<Origin> own = locked
                ? List.of()
                : desk.added().stream().map(SiteEntry::origin).toList();
        return new WorkResult.Sites(
                sites.all().stream()
                        .map(site -> new WorkResult.Sites.Site(
                                site.origin().ascii(),
                                Sites.nameOf(site, task.language()),
                                site.renewalUrl(),
                                own.contains(site.origin())))
                        .toList(),
                locked);
    }
}
