// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

/**
 * A PKCS#10 request (RFC 2986) whose cryptography is right; whose it is and whether the key is new is still to be asked.
 *
 * @param key the key, of which the requester proved possession
 * @param subject whose request it says it is
 */
public record ProvenRequest(AcceptedRequest key, CertificateSubject subject) {}
