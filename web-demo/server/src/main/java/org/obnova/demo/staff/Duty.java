// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import static org.obnova.demo.staff.Role.AUDITOR;
import static org.obnova.demo.staff.Role.CLERK;
import static org.obnova.demo.staff.Role.OFFICER;
import static org.obnova.demo.staff.Role.OPERATOR;

import java.util.Set;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** What is done at the operators' site, and who may: the one table. Of what officers may, they may it with their own organisation's holders alone. */
public enum Duty {
    /** The queue, and one application with its data and register answers. */
    READ_APPLICATIONS(OPERATOR, CLERK, OFFICER, AUDITOR),
    /** The scans; an officer needs none of them. */
    READ_DOCUMENTS(OPERATOR, CLERK, AUDITOR),
    /** Finding people, their certificates and how those stand. */
    READ_PEOPLE(OPERATOR, CLERK, OFFICER, AUDITOR),
    READ_REGIME(OPERATOR, CLERK, OFFICER, AUDITOR),
    READ_AUDIT(AUDITOR),
    /** Approving an application or sending it back. */
    DECIDE(OPERATOR),
    /** Checking identity in person and comparing originals; operators do it for couriers. */
    CHECK_IDENTITY(OPERATOR, CLERK),
    /** Applications for people who come to the service centre. */
    CREATE_APPLICATION(CLERK),
    /** Invoices that are to be paid, or are paid; tokens that were bought. */
    KEEP_INVOICES(CLERK),
    HAND_OUT_TOKEN(CLERK, OFFICER),
    /** Sending couriers, and noting that one found nobody. */
    SEND_COURIER(OPERATOR),
    /** Marking a certificate for unplanned replacement. */
    ORDER_REPLACEMENT(OPERATOR, CLERK),
    /** Suspending is urgent, and can be undone. */
    SUSPEND(OPERATOR, CLERK),
    RESUME(OPERATOR),
    REVOKE(OPERATOR);

    @SuppressWarnings("ImmutableEnumChecker") // a set that nothing here changes
    private final Set<Role> roles;

    Duty(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether that role may. */
    public boolean of(Role role) {
        return roles.contains(role);
    }

    /** Returns where that role may; NOT_YOUR_DUTY elsewhere. */
    public void require(Role role) {
        if (!of(role)) {
            throw new Problem(ProblemCode.NOT_YOUR_DUTY, "this role has not that duty");
        }
    }
}
