// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One class for each method of the protocol, all of one shape: site, consent, service, result. Exceptions become error replies at one edge,
 * {@link org.obnova.host.command.Dispatcher}. Imports: everything but ui and cli.
 */
@NullMarked
package org.obnova.host.command;

import org.jspecify.annotations.NullMarked;
