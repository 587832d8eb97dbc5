// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.store;

/**
 * How busy the way to the database is.
 *
 * @param connections how many there may be
 * @param busy how many of them are in use
 * @param waiting how many threads wait for one
 * @param repeated how many transactions were done again since the start, because another one contradicted them
 */
public record DatabaseLoad(int connections, int busy, int waiting, long repeated) {}
