// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.time.InstantSource;
import org.obnova.demo.accounts.Accounts;
import org.obnova.demo.accounts.HandOvers;
import org.obnova.demo.agencies.Switchboard;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.cmp.MachineRules;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.holders.CertificateLogin;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.PersonalData;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.notifications.Inbox;
import org.obnova.demo.notifications.LoginCodes;
import org.obnova.demo.recognition.PassportReader;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.registers.EsiaStanding;
import org.obnova.demo.registers.Registers;
import org.obnova.demo.review.Casework;
import org.obnova.demo.visitors.Visitors;

/** What the pages stand on; made by Wiring. */
public record Services(
        Sites sites,
        CaProfile profile,
        InstantSource clock,
        CertificationAuthority authority,
        DerService statuses,
        DerService stamps,
        DerService machines,
        MachineRules machineRules,
        Holders holders,
        PersonalData personalData,
        Accounts accounts,
        HandOvers handOvers,
        LoginCodes loginCodes,
        CertificateLogin certificateLogin,
        Applications applications,
        MediaRules media,
        Inbox inbox,
        Regime regime,
        Registers registers,
        EsiaStanding esia,
        Switchboard agencies,
        PassportReader passports,
        Uploads uploads,
        Casework casework,
        StaffServices staff,
        Visitors visitors) {}
