/**
 * Whom the demo CA serves: holders, the phones bound to them, their certificates with their renewal state by the CA's clock, the
 * login by certificate, and the people and keys of the demo. Imports: ca, identity, media, notifications, problem, store; Bouncy Castle, JDBI, Jackson.
 */
@NullMarked
package org.obnova.demo.holders;

import org.jspecify.annotations.NullMarked;
