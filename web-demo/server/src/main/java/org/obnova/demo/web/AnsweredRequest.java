// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.time.Duration;

/**
 * A request and what came of it, without anything that a person sent: neither path nor query, no address, no name.
 *
 * @param id of this request alone (UUID), which its answer names too
 * @param site which one was asked; {@code none} where the Host header names none of ours
 * @param method one of HTTP's methods; {@code OTHER} for what somebody thought up
 * @param route the route's template, {@code /applications/{id}}; {@code files} for files of the pages, {@code none} where no route fits
 * @param status of the answer
 * @param duration until the answer was ready to be sent
 * @param role in which capacity somebody is logged in: {@code holder}, or a colleague's role; {@code nobody}
 */
public record AnsweredRequest(
        String id, String site, String method, String route, int status, Duration duration, String role) {}
