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

    WorkResult run(Task task, Request.DocumentDecrypt request) {
        if (!UNDER_WAY.tryAcquire()) {
            throw new Fault(ErrorCode.BUSY, "two documents are being decrypted");
        }
        try {
            String origin = access.require(task, request.site(), Operation.DECRYPT);
            return reply(part(task, request, origin + " " + request.site().document()));
        } finally {
            UNDER_WAY.release();
        }
    }

    private KeptContents.Part part(Task task, Request.DocumentDecrypt request, String page) {
        Der message = request.message();
        String cursor = request.cursor();
        if (message == null || cursor != null) {
            return kept.next(page, cursor == null ? "" : cursor);
        }
        Decrypted decrypted = decryption.get().decrypt(task, message.octets(), MOST_OCTETS);
        return kept.first(page, decrypted);
    }

    private static WorkResult reply(KeptContents.Part part) {
        return new ArchiveResult.Decrypted(
                Der.of(part.octets()), part.certificate(), part.offset(), part.total(), part.next());
    }
}
