// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who works at the operators' site, in which role, and what each role may do: {@link org.obnova.demo.staff.Duty} is the one table of it. Logins are the demo's
 * own, a name and a random password each.
 *
 * <p>Imports: problem, store. Sources: 63-FZ, article 15, part 2 (the CA answers for its agents); NIST SP 800-53 AC-5, AC-6 (separation of duties, least privilege).
 */
@NullMarked
package org.obnova.demo.staff;

import org.jspecify.annotations.NullMarked;
