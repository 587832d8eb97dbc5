// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.regime.Regime;

/**
 * What the clerk of the service centre began for the people of the demo: the first certificates of the newcomers (S29), one that is led elsewhere and
 * only shown here (СМЭВ ЭП-ОВ); where heads and businesses are served, theirs too.
 */
public final class DemoApplications {
    private static final String COLLEAGUE = "zhuravlyov";
    private static final String HEAD = "myasoedov";

    private final Applications applications;
    private final Holders holders;
    private final Regime regime;

    /** Applications for the people of the demo who are there. */
    public DemoApplications(Applications applications, Holders holders, Regime regime) {
        this.applications = applications;
        this.holders = holders;
        this.regime = regime;
    }

    /** Begins them for whoever has none yet. */
    public void begin() {
        begin(DemoNewcomers.NATURAL_PERSON, Reason.FIRST_ISSUE);
        begin(DemoNewcomers.EMPLOYEE, Reason.FIRST_ISSUE);
        if (regime.heads() == Regime.Heads.SERVED) {
            begin(HEAD, Reason.CHANGE_OF_HEAD);
            begin(DemoNewcomers.HEAD, Reason.FIRST_ISSUE);
            begin(DemoNewcomers.SOLE_PROPRIETOR, Reason.FIRST_ISSUE);
        }
        holders.byId(COLLEAGUE)
                .filter(holder -> applications.ofHolder(holder.id()).isEmpty())
                .ifPresent(applications::showOnly);
    }

    private void begin(String id, Reason reason) {
        holders.byId(id)
                .filter(holder -> applications.ofHolder(holder.id()).isEmpty())
                .ifPresent(holder -> applications.openFirst(holder, reason));
    }
}
