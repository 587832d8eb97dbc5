// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.RequestCheck;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** REQUEST to ISSUING: a checked request of a new key, in the queue. */
final class RequestStep {
    private final Papers papers;
    private final RequestCheck check;
    private final IssuingQueue queue;
    private final InstantSource clock;

    RequestStep(Papers papers, RequestCheck check, IssuingQueue queue, InstantSource clock) {
        this.papers = papers;
        this.check = check;
        this.queue = queue;
        this.clock = clock;
    }

    Application receive(String id, byte[] pkcs10) {
        Application after = papers.applications().step(id, application -> {
            if (papers.requests().find(id).filter(new Der(pkcs10)::equals).isPresent()) {
                return application;
            }
            EnrolmentDesk.require(application.state() == ApplicationState.REQUEST, "no request is due");
            EnrolmentDesk.require(application.agreed() != null, "the holder has not agreed to the issue");
            AcceptedRequest accepted = check.accept(pkcs10, application.profile(), application.subject());
            if (papers.requests().knowsKey(accepted.keyId())) {
                throw new Problem(ProblemCode.KEY_REUSED, "another request has this key");
            }
            Instant now = clock.instant();
            papers.requests().insert(id, pkcs10, accepted, now);
            queue.add(id);
            return application.on(ApplicationState.ISSUING, now);
        });
        queue.wake();
        return after;
    }
}
