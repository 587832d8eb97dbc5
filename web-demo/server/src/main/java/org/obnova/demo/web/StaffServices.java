// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.holders.PeopleSearch;
import org.obnova.demo.review.Counter;
import org.obnova.demo.review.WorkQueue;
import org.obnova.demo.revocation.CertificateActs;
import org.obnova.demo.staff.StaffLogin;

/** What the operators' site stands on besides; made by Wiring. */
public record StaffServices(
        StaffLogin login,
        WorkQueue queue,
        Counter counter,
        CertificateActs certificates,
        PeopleSearch people,
        AuditLog audit) {}
