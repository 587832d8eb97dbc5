// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.inbox;

import org.obnova.demo.notifications.Inbox;
import org.obnova.demo.web.Routes;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.SitePages;

/** {@code /inbox}: the newest messages first; the list renews itself. */
public final class InboxPages implements SitePages {
    private static final int MOST = 50;

    private final Inbox inbox;

    public InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Site site() {
        return Site.CABINET;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/inbox", visit -> {
            visit.shows("inbox", "");
            visit.page("inbox/inbox", visit.texts().t("inbox.title"), view());
        });
        routes.get("/inbox/messages", visit -> visit.page("inbox/messages", "", view()));
    }

    private InboxView view() {
        return new InboxView(inbox.latest(MOST));
    }
}
