// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.List;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.holders.Holder;

/**
 * Who is logged in, as of this request: a phone that was removed elsewhere takes its holders away at once.
 *
 * @param served for whom this person may act, the own holder first
 */
record SignedIn(Account account, List<Holder> served) {
    SignedIn {
        served = List.copyOf(served);
    }

    /** What the session keeps of a login. */
    record Ticket(String account, int generation) {
        static Ticket of(Account account) {
            return new Ticket(account.id(), account.generation());
        }
    }

    /** The name that the frame shows. */
    String person() {
        return account.name();
    }

    /** Ids of those for whom this person may act. */
    List<String> holders() {
        return served.stream().map(Holder::id).toList();
    }
}
