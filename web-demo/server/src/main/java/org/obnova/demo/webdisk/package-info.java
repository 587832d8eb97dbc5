// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The page that sets a computer up («веб-диск», S3, S4, S26, S27): offers packages for the visitor's system, and says which crypto provider is too old. What a service needs of
 * a computer, what is wrong with one, and what is changed, the application on that computer alone knows and says; the page's scripts ask it ({@code static/setup*.js}).
 *
 * <p>Imports: problem, web; Jackson. Source of the names of systems: W3C User-Agent Client Hints ({@code Sec-CH-UA-Platform}); of the versions of the provider: its maker's
 * release notes; of what is proposed: the description of the service's workplace (S26).
 */
@NullMarked
package org.obnova.demo.webdisk;

import org.jspecify.annotations.NullMarked;
