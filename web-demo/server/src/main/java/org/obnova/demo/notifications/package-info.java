/**
 * Calls, SMS and e-mail of the demo: nothing leaves the machine, everything lands in a visible inbox; and the one-time codes that
 * they carry. Imports: problem, store; JDBI.
 */
@NullMarked
package org.obnova.demo.notifications;

import org.jspecify.annotations.NullMarked;
