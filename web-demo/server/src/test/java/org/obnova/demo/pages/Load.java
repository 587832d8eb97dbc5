// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Scans;

/** People who work at the servers until these die, and write down what they were told. */
final class Load {
    private final Acknowledged told;
    private final ConcurrentLinkedQueue<String> holders;
    private final ConcurrentLinkedQueue<String> waiting;
    private final String subject;
    private final AtomicInteger uploads = new AtomicInteger();

    /**
     * A load.
     *
     * @param holders for whom a clerk makes applications
     * @param waiting applications that wait for a request
     * @param subject of the requests, as openssl wants it
     */
    Load(Acknowledged told, List<String> holders, List<String> waiting, String subject) {
        this.told = told;
        this.holders = new ConcurrentLinkedQueue<>(holders);
        this.waiting = new ConcurrentLinkedQueue<>(waiting);
        this.subject = subject;
    }

    /** Something that is done again and again. */
    interface Work {
        /** False where nothing is left to do. */
        boolean once() throws Exception;
    }

    /** Does it until no server answers. */
    static void untilDeath(Work work) throws Exception {
        try {
            while (work.once()) {
                // And again.
            }
        } catch (IOException dead) {
            // What was under way is not acknowledged.
            return;
        }
    }

    boolean create(Person clerk) throws Exception {
        String holder = holders.poll();
        if (holder == null) {
            return false;
        }
        HttpResponse<String> answer = clerk.submit("/applications", Map.of("holder", holder, "reason", "UNPLANNED"));
        String place = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() == 303 && place.startsWith("/applications/")) {
            told.created.put(holder, place.substring("/applications/".length()));
        }
        return true;
    }

    boolean request(Person person, Openssl openssl) throws Exception {
        String application = waiting.poll();
        if (application == null) {
            return false;
        }
        byte[] request = openssl.request(openssl.key(CaProfile.EC), CaProfile.EC, subject);
        HttpResponse<String> answer = person.post(
                "/applications/" + application + "/request",
                "{\"request\":\"" + Base64.getEncoder().encodeToString(request) + "\"}");
        if (answer.statusCode() == 200) {
            told.requested.add(application);
        }
        return true;
    }

    /** Of what is suspended and resumed each suspension is one entry of the audit log. */
    boolean suspend(Person operator, String certificate) throws Exception {
        told.suspensionsTried.incrementAndGet();
        if (operator.submit("/certificates/" + certificate + "/suspend", Map.of())
                        .statusCode()
                == 303) {
            told.suspended.incrementAndGet();
        }
        operator.submit("/certificates/" + certificate + "/resume", Map.of());
        return true;
    }

    boolean upload(Person person, String application) throws Exception {
        byte[] scan = Scans.jpeg(1700 + uploads.incrementAndGet(), 2400, 300);
        HttpResponse<String> answer = person.upload(
                "/applications/" + application + "/documents", Map.of("kind", "passport"), "scan.jpg", scan);
        if (answer.statusCode() == 303) {
            told.uploaded.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(scan)));
        }
        return answer.statusCode() == 303;
    }
}
