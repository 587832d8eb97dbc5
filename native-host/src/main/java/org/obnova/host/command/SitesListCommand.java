// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Sites;
import org.obnova.host.task.Task;

/** {@code sites.list}: for the extension, which asks no site. */
record SitesListCommand(Sites sites) {
    WorkResult run(Task task) {
        return new WorkResult.Sites(sites.all().stream()
                .map(site -> new WorkResult.Sites.Site(
                        site.origin().ascii(), Sites.nameOf(site, task.language()), site.renewalUrl()))
                .toList());
    }
}
