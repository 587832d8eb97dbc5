// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.List;
import org.obnova.demo.cabinet.ApplicationPages;
import org.obnova.demo.cabinet.CasePages;
import org.obnova.demo.cabinet.DataPages;
import org.obnova.demo.cabinet.DocumentPages;
import org.obnova.demo.cabinet.HandOverPages;
import org.obnova.demo.cabinet.KeyPages;
import org.obnova.demo.cabinet.PassportPages;
import org.obnova.demo.cabinet.PasswordPages;
import org.obnova.demo.cabinet.ProfilePages;
import org.obnova.demo.cabinet.SignInPages;
import org.obnova.demo.cabinet.StepPages;
import org.obnova.demo.extern.ExternPages;
import org.obnova.demo.inbox.InboxPages;
import org.obnova.demo.operator.OperatorPages;
import org.obnova.demo.switches.SwitchPages;
import org.obnova.demo.web.RequestWatch;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.SitePages;
import org.obnova.demo.web.WebApp;
import org.obnova.demo.webdisk.PackageFolders;
import org.obnova.demo.webdisk.ProviderRules;
import org.obnova.demo.webdisk.SetupPages;

/** Puts the pages of all sites into one server. */
public final class Portals {
    private Portals() {}

    /**
     * The server with all pages, not started yet.
     *
     * @param packages what the setup page offers
     * @param listening a bound channel, on the loopback address
     * @param watch is told of each request
     */
    public static WebApp open(
            Services services,
            PackageFolders packages,
            SecureRandom random,
            ServerSocketChannel listening,
            RequestWatch watch) {
        return new WebApp(services, pages(services, packages), random, listening, watch);
    }

    private static List<SitePages> pages(Services services, PackageFolders packages) {
        return List.of(
                new ExternPages(services),
                new SignInPages(services),
                new PasswordPages(services),
                new ProfilePages(services),
                new HandOverPages(services),
                new ApplicationPages(services),
                new DataPages(services),
                new DocumentPages(services),
                new CasePages(services),
                new PassportPages(services),
                new StepPages(services),
                new KeyPages(services),
                new OperatorPages(services),
                new InboxPages(services.inbox()),
                new SwitchPages(services),
                new SetupPages(services.sites(), packages, ProviderRules.bundled()));
    }
}
