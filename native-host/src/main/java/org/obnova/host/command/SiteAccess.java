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
        Requester.Site site = site(task);
        desk.require(task, site, page.document(), operation);
        return site.origin();
    }

    /** Whether it may already, without a window. */
    boolean allows(Task task, Request.Site page, Operation operation) {
        return desk.allows(site(task).origin(), page.document(), operation);
    }

    /** Whose task it is, checked; nothing is allowed by this alone. */
    static Requester.Site site(Task task) {
        if (!(task.requester() instanceof Requester.Site site)) {
            throw new IllegalStateException("a site's request without a site");
        }
        return site;
    }
}
