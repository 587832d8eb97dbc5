// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Optional;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.web.LocalPath;
import org.obnova.demo.web.Visit;

/** The end of each way to log in: a new session, and on to the page that was asked for. */
final class Entrance {
    private Entrance() {}

    /** Where the login leads to. */
    private record Target(String path) {}

    /** Remembers the page that was asked for, from the query. */
    static void remember(Visit visit) {
        Optional<String> to = visit.query("to");
        to.ifPresent(path -> visit.session().keep(Target.class, new Target(LocalPath.of(path))));
    }

    /** Logs in, and returns where to go on. */
    static String enter(Visit visit, Account account) {
        visit.renewSession(Target.class);
        Access.keep(visit, account);
        return visit.session().take(Target.class).map(Target::path).orElse("/");
    }
}
