// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The last look at a certificate or a revocation list before it leaves the authority. Each rule is a class, names its source, and says in words what is wrong; one
 * finding stops the issue, because what was published cannot be taken back. The rules read the DER alone: they know nothing of how it was made,
 * so a mistake of the maker is not repeated by the checker.
 *
 * <p>Imports: nothing of ours; Bouncy Castle. Sources: RFC 5280, RFC 6960, RFC 3161, RFC 9215, order of the FSB 795 of 2011-12-27 as amended.
 */
@NullMarked
package org.obnova.demo.lint;

import org.jspecify.annotations.NullMarked;
