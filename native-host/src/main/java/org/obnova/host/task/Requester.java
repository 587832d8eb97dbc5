// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.task;

/** Who asked for a task: a site, or the person. */
public sealed interface Requester {
    /**
     * A site, its origin as the browser gave it and the host checked it.
     *
     * @param origin ASCII serialisation (RFC 6454 section 6.2), punycode where the host name is not plain
     * @param name the site's name in the task's language, from the host's own list
     */
    record Site(String origin, String name) implements Requester {}

    /** The person, at the command line or in the extension's own pages. */
    record Person() implements Requester {}
}
