// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Which media a certificate may be written to (S17, S28): rules of the CA, kept as data. A medium is what the page says of the one that the
 * person chose; the CA cannot look at it, so the rules keep honest people from a certificate that nobody accepts. Imports: problem; Jackson.
 */
@NullMarked
package org.obnova.demo.media;

import org.jspecify.annotations.NullMarked;
