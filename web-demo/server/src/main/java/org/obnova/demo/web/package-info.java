// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every page of the demo shares: the server, routing by host name, sessions, protection of forms, headers, texts and error pages.
 *
 * <p>Three sites answer on one port: the portal («Экстерн», demo), the cabinet of the demo CA, and the page that sets computers up; the browser resolves any
 * {@code *.localhost} name to the loopback address (RFC 6761 section 6.3). A page carries no inline script or style, so that the content
 * security policy needs no exception; errors are RFC 9457 problem documents for scripts and three lines for people, with the texts of the
 * registry of error codes. This package knows no site's pages: they register themselves through
 * {@link org.obnova.demo.web.SitePages}.
 *
 * <p>Imports: accounts, ca, cmp, enrolment, holders, media, notifications, problem, visitors (all for {@link org.obnova.demo.web.Services}); Javalin, Jetty, JTE, Jackson.
 */
@NullMarked
package org.obnova.demo.web;

import org.jspecify.annotations.NullMarked;
