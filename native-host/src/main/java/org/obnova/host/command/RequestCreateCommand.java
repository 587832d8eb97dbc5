// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.function.Supplier;
import org.obnova.host.certificate.Subject;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.renewal.Made;
import org.obnova.host.renewal.RenewalOrder;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Task;

/** {@code request.create}. What is wrong with the order is said before the person is asked for anything. */
record RequestCreateCommand(SiteAccess access, Supplier<Renewals> renewals) {
    WorkResult run(Task task, Request.RequestCreate request) {
        KeyAlgorithm algorithm = KeyAlgorithm.ofWireName(request.algorithm())
                .orElseThrow(() -> new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "params.algorithm: not known"));
        Request.Subject holder = request.subject();
        Subject subject = new Subject(
                holder.commonName(),
                holder.surname(),
                holder.givenName(),
                holder.country(),
                holder.snils(),
                holder.inn(),
                holder.email());
        String origin = access.require(task, request.site(), Operation.RENEW);
        RenewalOrder order = new RenewalOrder(
                origin, request.application(), algorithm, subject, request.storage(), request.replaces());
        Der held = request.request();
        Made made = held == null
                ? renewals.get().create(task, order)
                : renewals.get().create(task, order, held.octets());
        return MadeReply.of(made, task, false);
    }
}
