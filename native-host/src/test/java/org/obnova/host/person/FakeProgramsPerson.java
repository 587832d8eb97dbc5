// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishPrompt;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Task;

/** A person who is asked to which programs a certificate goes: to all, unless told otherwise. */
public final class FakeProgramsPerson implements PublishPrompt {
    /** The windows that were shown. */
    public final List<String> shown = new ArrayList<>();

    private final Deque<String> passwords = new ArrayDeque<>();
    private Predicate<PersonalStore> wanted = store -> true;
    private boolean postpones;

    /** Ticks only these. */
    public FakeProgramsPerson ticks(Predicate<PersonalStore> some) {
        wanted = some;
        return this;
    }

    /** Enters these passwords of programs, one a window; then leaves the program out. */
    public FakeProgramsPerson enters(String... entered) {
        passwords.addAll(List.of(entered));
        return this;
    }

    /** Closes the window. */
    public FakeProgramsPerson postpones() {
        postpones = true;
        return this;
    }

    @Override
    public List<PersonalStore> choose(Task task, Offer offer) {
        shown.add(offer.holder() + " in " + offer.storage() + " to "
                + offer.stores().stream().map(PersonalStore::program).toList());
        if (postpones) {
            throw new Fault(ErrorCode.CANCELLED, "not now");
        }
        return offer.stores().stream().filter(wanted).toList();
    }

    @Override
    public Optional<Secret> ask(Task task, PersonalStore store, int wrongBefore) {
        shown.add("password of " + store.program() + " " + wrongBefore);
        return Optional.ofNullable(passwords.poll()).map(text -> Secret.ofPassword(text.toCharArray()));
    }
}
