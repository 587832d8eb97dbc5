/**
 * Applications for a certificate, from the confirmed data to the installed certificate (S5, S10, S16, S20 to S22). Every step is
 * committed before it is acknowledged, and may be repeated with the same content: a lost reply does no harm.
 * Imports: ca, holders, media, notifications, problem, store; Bouncy Castle, JDBI.
 */
@NullMarked
package org.obnova.demo.enrolment;

import org.jspecify.annotations.NullMarked;
