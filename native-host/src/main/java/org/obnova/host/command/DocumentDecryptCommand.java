// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.obnova.host.decryption.Decrypted;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.decryption.KeptContents;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.ArchiveResult;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code document.decrypt}. */
record DocumentDecryptCommand(SiteAccess access, Supplier<Decryption> decryption, KeptContents kept) {
    private static final int MOST_OCTETS = 8 << 20;

    /** Each may hold a large message and what comes of it, and the heap is small. */
    private static final Semaphore UNDER_WAY = new Semaphore(2);

    /** Messages of sites that may not yet: a site whose window nobody answers keeps no other from decrypting. */
    private static final Semaphore AT_THE_WINDOW = new Semaphore(1);

    WorkResult run(Task task, Request.DocumentDecrypt request) {
        Der message = request.message();
        String cursor = request.cursor();
        if (message == null || cursor != null) {
            return reply(kept.next(page(allowed(task, request), request), cursor == null ? "" : cursor));
        }
        String origin = access.allows(task, request.site(), Operation.DECRYPT)
                ? allowed(task, request)
                : holding(AT_THE_WINDOW, "a document waits for the person's consent", () -> allowed(task, request));
        return reply(holding(UNDER_WAY, "two documents are being decrypted", () -> {
            Decrypted decrypted = decryption.get().decrypt(task, message.octets(), MOST_OCTETS);
            return kept.first(page(origin, request), decrypted);
        }));
    }

    private static <T> T holding(Semaphore places, String busy, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Fault(ErrorCode.BUSY, busy);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private String allowed(Task task, Request.DocumentDecrypt request) {
        return access.require(task, request.site(), Operation.DECRYPT);
    }

    private static String page(String origin, Request.DocumentDecrypt request) {
        return origin + " " + request.site().document();
    }

    private static WorkResult reply(KeptContents.Part part) {
        return new ArchiveResult.Decrypted(
                Der.of(part.octets()), part.certificate(), part.offset(), part.total(), part.next());
    }
}
