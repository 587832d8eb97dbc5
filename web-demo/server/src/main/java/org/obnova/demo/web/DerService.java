// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/** A service that programs ask over HTTP: DER comes in, DER goes out, and every refusal is an answer too. */
@FunctionalInterface
public interface DerService {
    byte[] answer(byte[] request);
}
