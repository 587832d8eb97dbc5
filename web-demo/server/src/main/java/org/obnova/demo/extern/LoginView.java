// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.extern;

import java.util.List;
import org.obnova.demo.holders.Holder;

/**
 * The login page.
 *
 * @param people whose certificates the demo can show
 * @param shown whose it shows
 */
public record LoginView(List<Holder> people, Holder shown, List<CertificateRow> rows) {}
