/**
 * What whoever keeps the server running sees of it: its health, its figures, and a log without anybody's data. All of it is for the machine's
 * own address alone, see {@link org.obnova.demo.watch.ManagementServer}.
 *
 * <p>Imports: ca (names of profiles), enrolment (the issuing queue), store (the load), web (what was answered); Micrometer, Logback.
 * Sources: Prometheus text format 0.0.4 and OpenMetrics 1.0; draft-inadarei-api-health-check-06 (application/health+json).
 */
@NullMarked
package org.obnova.demo.watch;

import org.jspecify.annotations.NullMarked;
