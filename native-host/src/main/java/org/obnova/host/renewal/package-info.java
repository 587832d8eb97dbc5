// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Renewals: the journal on disk, its state machine, and the two long steps (key with request; installation). A renewal is keyed by the site
 * and the certification authority's application; its folder is {@code renewals/<id>/} with {@code journal.json}.
 *
 * <p>What is written before what, so that a crash loses nothing: the public key is journalled before the container that holds the private
 * one, so that an orphan is found again by its key; the container before the state {@code key-made}; the request is journalled before
 * anybody sees it. Each read of the journal is reconciled with the media, which own keys and certificates.
 * Imports: fault, secret, task, json, keys, entropy, certificate, request, platform, storage.
 */
@NullMarked
package org.obnova.host.renewal;

import org.jspecify.annotations.NullMarked;
