/**
 * The HTTP server: routes, sessions, problems as pages or RFC 9457 documents. Imports: every capability; Javalin, JTE, Jackson.
 */
@NullMarked
package org.obnova.demo.web;

import org.jspecify.annotations.NullMarked;
