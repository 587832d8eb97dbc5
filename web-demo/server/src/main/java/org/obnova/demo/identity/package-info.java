/**
 * Who a person or an organisation is, as Russian documents say it: values that check themselves, and a form that is read as a whole (S6, S7).
 * Nothing is folded or guessed: Ё stays Ё, Й stays Й. Imports: problem.
 *
 * <p>Sources: check digits of the insurance number after the Pension Fund's order of personified accounting (resolution of its board 192p of
 * 2006-07-31); of the taxpayer's number after the order of the Federal Tax Service that governs its structure (MMV-7-6/435@ of 2012-06-29); of
 * OGRN and OGRNIP after the order of the registers (Ministry of Finance 165n of 2017-10-30).
 */
@NullMarked
package org.obnova.demo.identity;

import org.jspecify.annotations.NullMarked;
