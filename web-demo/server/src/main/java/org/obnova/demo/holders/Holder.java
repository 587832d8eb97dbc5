// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.media.CertificateUse;
import org.obnova.demo.notifications.Phone;

/**
 * A person whom the CA serves.
 *
 * @param id the CA's id of the person
 * @param subject names, SNILS, INN, e-mail
 * @param phone the phone registered at the service centre: receipt codes go there
 * @param use what the person's certificates are for
 * @param kind what the person is to the CA
 */
public record Holder(String id, CertificateSubject subject, Phone phone, CertificateUse use, HolderKind kind) {}
