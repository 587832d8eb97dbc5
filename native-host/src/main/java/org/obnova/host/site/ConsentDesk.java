// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.site.ConsentPrompt.Answer;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * Lets a site's request pass when the person allowed it: for good, for this page as long as this host runs, or now, in the window. Requests that want
 * the same at the same time wait for one window; those of the same page share its answer.
 */
public final class ConsentDesk {
    private record Wish(String origin, String document, Operation operation) {
        /** The same for any page of the site: only one window asks at a time. */
        Wish ofAnyPage() {
            return new Wish(origin, "", operation);
        }
    }

    private record Asking(String document, CompletableFuture<Answer> answer) {}

    private final Consents consents;
    private final ConsentPrompt prompt;
    private final Set<Wish> once = ConcurrentHashMap.newKeySet();
    private final Map<Wish, Asking> asking = new ConcurrentHashMap<>();

    /** @param consents what is allowed for good */
    public ConsentDesk(Consents consents, ConsentPrompt prompt) {
        this.consents = consents;
        this.prompt = prompt;
    }

    /**
     * Returns when the site may.
     *
     * @param document which page of the site
     * @throws Fault {@code CONSENT_REFUSED}, {@code CANCELLED}, {@code NO_DISPLAY}, {@code SETTINGS_INVALID}
     */
    public void require(Task task, Requester.Site site, String document, Operation operation) {
        Wish wish = new Wish(site.origin(), document, operation);
        while (!once.contains(wish) && !consents.has(site.origin(), operation)) {
            Asking ours = new Asking(document, new CompletableFuture<>());
            Asking theirs = asking.putIfAbsent(wish.ofAnyPage(), ours);
            task.waiting(Step.CONSENT);
            if (theirs == null) {
                answered(ask(task, wish, ours.answer()));
                return;
            }
            // A copy: cancelling this request must not close the window of the other. No answer means that the other
            // was cancelled.
            Answer answer = task.await(theirs.answer().copy().exceptionally(e -> null));
            if (answer == Answer.NO && theirs.document().equals(document)) {
                answered(answer);
            }
        }
    }

    /** Whether the page may already, without a window. */
    public boolean allows(String origin, String document, Operation operation) {
        return once.contains(new Wish(origin, document, operation)) || consents.has(origin, operation);
    }

    /**
     * Consents were taken back: those for the moment end too.
     *
     * @param operation null means all of the site's
     */
    public void forget(String origin, @Nullable Operation operation) {
        once.removeIf(wish -> wish.origin().equals(origin) && (operation == null || wish.operation() == operation));
    }

    private Answer ask(Task task, Wish wish, CompletableFuture<Answer> ours) {
        Answer answer = null;
        try {
            answer = prompt.ask(task, wish.operation());
            switch (answer) {
                case ALWAYS -> consents.give(wish.origin(), wish.operation());
                case ONCE -> once.add(wish);
                case NO -> {}
            }
            return answer;
        } finally {
            asking.remove(wish.ofAnyPage());
            if (answer == null) {
                ours.cancel(false);
            } else {
                ours.complete(answer);
            }
        }
    }

    private static void answered(Answer answer) {
        if (answer == Answer.NO) {
            throw new Fault(ErrorCode.CONSENT_REFUSED, "the person said no");
        }
    }
}
