/**
 * Applications for a certificate, from the first page to the installed certificate (S5 to S8, S10, S16, S20 to S22, S29). Every step is
 * committed before it is acknowledged, and may be repeated with the same content: a lost reply does no harm.
 * Imports: audit, ca, holders, identity, media, notifications, problem, regime, registers, store, timestamp; Bouncy Castle, JDBI.
 */
@NullMarked
package org.obnova.demo.enrolment;

import org.jspecify.annotations.NullMarked;
