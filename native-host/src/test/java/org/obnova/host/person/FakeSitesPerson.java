// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.util.ArrayList;
import java.util.List;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.task.Task;

/** Sees the sites that would be added, and closes the window unless told to agree. */
public final class FakeSitesPerson implements SitePrompt {
    private final List<Newcomer> seen = new ArrayList<>();
    private boolean agrees;

    /** From now on. */
    public FakeSitesPerson agrees() {
        agrees = true;
        return this;
    }

    /** What was shown. */
    public List<Newcomer> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void confirm(Task task, Newcomer site) {
        seen.add(site);
        if (!agrees) {
            throw new Fault(ErrorCode.CANCELLED, "the person closed the window");
        }
    }
}
