// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a holder prints: the statement to be signed by hand, the two proxies, and the guide to the documents (S10 to S12). Each is a tagged PDF that a
 * screen reader reads in order, with its fonts inside, made of an XHTML template. What is signed by hand is the very text that would have been signed
 * by certificate.
 *
 * <p>Imports: identity; JTE, OpenHTMLtoPDF, fonts of the jar. Sources: ISO 14289-1 (PDF/UA-1); Civil Code of the Russian Federation, articles 185
 * and 185.1 (proxies); GOST R 7.0.97-2016, section 5.26 (how a copy is certified).
 */
@NullMarked
package org.obnova.demo.print;

import org.jspecify.annotations.NullMarked;
