// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
     * @param daysLeft of the certificate that ends
     */
    public record Item(String holder, String key, String action, String href, long daysLeft) {}

    /** What waits among these people, from their rows in the list. */
    static WaitingView of(List<ApplicationListView.Person> people, SignedIn person, Services services) {
        Predicate<ApplicationListView.Row> others = row -> waitsForOthers(row, person, services);
        return new WaitingView(items(people, others.negate()), items(people, others));
    }

    private static List<Item> items(List<ApplicationListView.Person> people, Predicate<ApplicationListView.Row> taken) {
        return people.stream()
                .flatMap(one -> one.rows().stream()
                        .filter(taken)
                        .flatMap(row -> item(one.holder().subject().commonName(), row).stream()))
                .sorted(Comparator.comparingLong(Item::daysLeft))
                .toList();
    }

    private static Optional<Item> item(String holder, ApplicationListView.Row row) {
        Application begun = row.application();
        String step = String.valueOf(row.step());
        if (begun != null) {
            return step.equals("done")
                    ? Optional.empty()
                    : Optional.of(new Item(
                            holder,
                            "applications.next." + step,
                            "applications.continue",
                            "/applications/" + begun.id(),
                            row.held().daysLeft()));
        }
        boolean offered = row.held().renewal() != RenewalState.NONE;
        return offered
                ? Optional.of(new Item(
                        holder,
                        "applications.offered",
                        "applications.fill",
                        "/renewals/new?certificate=" + row.held().issued().sha256(),
                        row.held().daysLeft()))
                : Optional.empty();
    }

    private static boolean waitsForOthers(ApplicationListView.Row row, SignedIn person, Services services) {
        Application begun = row.application();
        if (begun == null) {
            return false;
        }
        boolean handed = Presence.isNeeded(begun)
                && !person.account().isHolder(begun.holder())
                && services.handOvers()
                        .of(begun.id())
                        .filter(handOver -> handOver.manner() == HandOver.Manner.SENT)
                        .isPresent();
        return handed || AT_THE_CA.contains(Steps.key(begun.state()));
    }
}
