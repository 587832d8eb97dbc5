// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.messaging.Request;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Task;

/** Lets a site's task pass that the person allowed. */
record SiteAccess(ConsentDesk desk) {
    /**
     * Returns when the site may.
     *
     * @return the site's origin, checked
     * @throws org.obnova.host.fault.Fault as {@link ConsentDesk#require}
     */
    String require(Task task, Request.Site page, Operation operation) {
        if (!(task.requester() instanceof Requester.Site site)) {
            throw new IllegalStateException("a site's request without a site");
        }
        desk.require(task, site, page.document(), operation);
        return site.origin();
    }
}
