// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.log;

import org.obnova.host.fault.Fault;

/** Takes notes; safe for use by several threads, and never fails. */
public interface EventLog {
    /** A request ended well. */
    void done(String method);

    /** A request ended with an error. */
    void failed(String method, Fault fault);

    /**
     * Something happened that should not happen.
     *
     * @return a number by which the note is found again, with the kind of exception; safe to show
     */
    String incident(Throwable cause);
}
