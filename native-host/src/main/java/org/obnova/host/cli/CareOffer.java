// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.report.SupportReports;
import org.obnova.host.site.Consents;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.site.Sites;

/**
 * What keeps this computer in order.
 *
 * @param siteDesk asks in this way
 */
public record CareOffer(
        Supplier<Diagnostics> diagnostics,
        Supplier<SupportReports> reports,
        InstantSource clock,
        Supplier<Sites> sites,
        Function<SitePrompt, SiteDesk> siteDesk,
        Supplier<Consents> consents) {}
