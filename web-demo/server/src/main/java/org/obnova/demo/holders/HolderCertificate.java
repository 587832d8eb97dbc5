// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.time.LocalDate;
import org.obnova.demo.ca.IssuedCertificate;

/**
 * A holder's certificate as a portal shows it.
 *
 * @param issued the certificate
 * @param renewal whether its renewal is offered
 * @param daysLeft whole days left, 0 when it is over
 * @param startBy last day, in Moscow, on which a renewal with this certificate's signature can start
 */
public record HolderCertificate(IssuedCertificate issued, RenewalState renewal, long daysLeft, LocalDate startBy) {}
