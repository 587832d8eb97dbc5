// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.messaging.Method;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.Result;
import org.obnova.host.task.Language;

/** {@code hello}: versions and language. */
final class HelloCommand {
    private HelloCommand() {}

    /** @throws Fault {@code PROTOCOL_UNSUPPORTED} */
    static Result.Greeting run(Request.Hello hello, Language language) {
        Long theirs = hello.protocol();
        if (theirs != null && theirs < Product.LOWEST_PROTOCOL) {
            throw new Fault(ErrorCode.PROTOCOL_UNSUPPORTED, "the lowest is " + Product.LOWEST_PROTOCOL);
        }
        int protocol = theirs == null ? Product.PROTOCOL : (int) Math.min(theirs, Product.PROTOCOL);
        return new Result.Greeting(protocol, Product.VERSION, language.tag(), Method.ALL);
    }
}
