// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.ProvenRequest;
import org.obnova.demo.ca.RequestCheck;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** REQUEST to ISSUING: a checked request of a new key, confirmed by a code where the regime says so (S20), in the queue. */
final class RequestStep {
    private final Papers papers;
    private final RequestCheck check;
    private final MediaRules media;
    private final IssuingQueue queue;
    private final Way way;
    private final InstantSource clock;

    RequestStep(Papers papers, RequestCheck check, MediaRules media, IssuingQueue queue, Way way, InstantSource clock) {
        this.papers = papers;
        this.check = check;
        this.media = media;
        this.queue = queue;
        this.way = way;
        this.clock = clock;
    }

    /** Keeps the medium that the person chose for the key, where the rules allow it. */
    Application choose(String id, Medium medium) {
        return papers.applications().step(id, application -> {
            if (medium.equals(application.medium())) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.REQUEST, "no medium is to be chosen");
            media.check(application.use(), medium);
            return application.onMedium(medium, clock.instant());
        });
    }

    /** The cryptography comes before the transaction: nobody waits for it but who sent the request. */
    Application receive(String id, byte[] pkcs10) {
        Application before = papers.applications()
                .find(id)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
        Optional<ProvenRequest> proven = before.state() == ApplicationState.REQUEST
                ? Optional.of(RequestCheck.prove(pkcs10, before.profile()))
                : Optional.empty();
        Application after = papers.applications().step(id, application -> {
            if (papers.requests().find(id).filter(new Der(pkcs10)::equals).isPresent()) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.REQUEST, "no request is due");
            EnrolmentDesk.require(application.agreed() != null, "the holder has not agreed to the issue");
            media.check(application.use(), application.medium());
            AcceptedRequest accepted = check.accept(
                    proven.orElseThrow(() -> new Problem(ProblemCode.STEP_OUT_OF_ORDER, "no request was due")),
                    application.subject());
            if (papers.requests().knowsKey(accepted.keyId())) {
                throw new Problem(ProblemCode.KEY_REUSED, "another request has this key");
            }
            Instant now = clock.instant();
            papers.requests().insert(id, pkcs10, accepted, now);
            return queued(application.on(way.after(application), now));
        });
        queue.wake();
        return after;
    }

    /** CONFIRMATION to ISSUING, by a code that was checked. */
    Application confirm(String id) {
        Application after = papers.applications().step(id, application -> {
            EnrolmentDesk.require(application.state() == ApplicationState.CONFIRMATION, "no code is due");
            return queued(application.on(way.after(application), clock.instant()));
        });
        queue.wake();
        return after;
    }

    private Application queued(Application application) {
        if (application.state() == ApplicationState.ISSUING) {
            queue.add(application.id());
        }
        return application;
    }
}
