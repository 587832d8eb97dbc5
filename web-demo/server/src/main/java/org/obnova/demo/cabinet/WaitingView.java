// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obnova.demo.accounts.HandOver;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.web.Services;

/** «Что ждёт меня»: what somebody who acts for several holders does next, the most urgent first. */
public record WaitingView(List<Item> mine, List<Item> others) {
    /** Steps at which the CA works, not the person. */
    private static final Set<String> AT_THE_CA = Set.of("review", "issuing");

    public WaitingView {
        mine = List.copyOf(mine);
        others = List.copyOf(others);
    }

    /**
     * One thing to do.
     *
     * @param holder whose certificate it is
     * @param key of the text that says what is next
     * @param action of the text of the link
     * @param href where it is done
     * @param daysLeft of the certificate that ends; {@link #NONE} where none does
     * @param forOthers whether somebody else, or the CA, is to do it
     */
    public record Item(String holder, String key, String action, String href, long daysLeft, boolean forOthers) {
        private static final long NONE = Long.MAX_VALUE;

        /** Whether a certificate ends, or has ended. */
        public boolean ends() {
            return daysLeft != NONE;
        }
    }

    /** What waits among these people, from their rows in the list. */
    static WaitingView of(List<ApplicationListView.Person> people, SignedIn person, Services services) {
        List<Item> all = people.stream()
                .flatMap(one -> Stream.concat(
                        one.rows().stream().flatMap(row -> item(one, row, person, services).stream()),
                        one.begun().stream()
                                .filter(begun -> !begun.application().purpose().readOnly())
                                .flatMap(
                                        begun -> item(one, begun.application(), Item.NONE, person, services).stream())))
                .sorted(Comparator.comparingLong(Item::daysLeft))
                .toList();
        return new WaitingView(
                all.stream().filter(item -> !item.forOthers()).toList(),
                all.stream().filter(Item::forOthers).toList());
    }

    private static Optional<Item> item(
            ApplicationListView.Person of, ApplicationListView.Row row, SignedIn person, Services services) {
        long days = row.held().daysLeft();
        Application begun = row.application();
        if (begun != null) {
            return item(of, begun, days, person, services);
        }
        return row.held().renewal() == RenewalState.NONE
                ? Optional.empty()
                : Optional.of(new Item(
                        of.holder().subject().commonName(),
                        "applications.offered",
                        "applications.fill",
                        "/renewals/new?certificate=" + row.held().issued().sha256(),
                        days,
                        false));
    }

    private static Optional<Item> item(
            ApplicationListView.Person of, Application begun, long days, SignedIn person, Services services) {
        String step = Steps.key(begun.state());
        return step.equals("done")
                ? Optional.empty()
                : Optional.of(new Item(
                        of.holder().subject().commonName(),
                        "applications.next." + step,
                        "applications.continue",
                        "/applications/" + begun.id(),
                        days,
                        AT_THE_CA.contains(step) || isSent(begun, person, services)));
    }

    /** Whether the holder was written to, and is to go on alone. */
    private static boolean isSent(Application begun, SignedIn person, Services services) {
        return Presence.isNeeded(begun)
                && !person.account().isHolder(begun.holder())
                && services.handOvers()
                        .of(begun.id())
                        .filter(handOver -> handOver.manner() == HandOver.Manner.SENT)
                        .isPresent();
    }
}
